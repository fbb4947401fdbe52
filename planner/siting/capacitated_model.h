/// \file
/// The model behind choices with capacities: rows of weight that are given to open slots.
///
/// Slots are the choosable columns, behind them the locked sites, which are always open, and where
/// not all need be covered `nowhere`, which takes any weight at the loss of it.
///
/// What makes a model small, without any loss of the optimum:
/// - points that may be split and cost the same a unit everywhere are one row; so are points that
///   go to the nearest site and have the same sites in the same order;
/// - behind always open slots which have room for all there is, a row needs no others; of the
///   nearest site the first such slot is enough.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/siting_objective.h"

namespace pahunch {

struct CapacitatedModel {
  using Slot = std::uint32_t;
  static constexpr Slot kNoSlot = static_cast<Slot>(-1);
  struct Entry {
    Slot slot = 0;
    double cost = 0;
  };

  std::vector<std::vector<DemandIdx>> points;  ///< by row: with weight
  std::vector<std::int64_t> loads;             ///< by row; heaviest first, then by what they reach
  /// By row, by (cost, slot); of the nearest site by how near they are.
  std::vector<std::vector<Entry>> rows;
  std::vector<std::int64_t> capacities;  ///< by slot
  std::size_t n_columns = 0;             ///< the slots below are columns
  std::vector<SiteIdx> sites;            ///< by slot; of `nowhere` invalid
  Slot nowhere = kNoSlot;
  Giving giving = Giving::kWhole;
  bool is_whole = false;  ///< so is the cost of the best

  [[nodiscard]] std::size_t n_slots() const { return capacities.size(); }
  [[nodiscard]] std::size_t n_rows() const { return rows.size(); }
  [[nodiscard]] std::size_t n_entries() const;
};

/// Whether capacities are given, or what is lacking of them is asked: then nothing is left out for
/// their sake.
enum class CapacityUse : bool { kGiven, kMayGrow };

/// Precondition: the objective has capacities.
CapacitatedModel make_capacitated_model(const SitingProblem& problem, const ChoiceRules& rules,
                                        const SitingObjective& objective,
                                        CapacityUse use = CapacityUse::kGiven);

/// Slots by row.
using SlotByRow = std::vector<CapacitatedModel::Slot>;

/// What a slot is given of a row.
struct GivenPart {
  std::size_t row = 0;
  CapacitatedModel::Slot slot = 0;
  std::int64_t weight = 0;
};

/// Open sites and who is given to them.
struct CapacitatedChoice {
  std::vector<SiteColumn> open;  ///< ascending
  std::vector<GivenPart> parts;  ///< by row, then slot
  double cost = 0;
};

/// Rows given whole.
CapacitatedChoice make_whole_choice(const CapacitatedModel& model, std::vector<SiteColumn> open,
                                    const SlotByRow& assignment);

}  // namespace pahunch
