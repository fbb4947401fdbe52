/// \file
/// The model behind the capacitated median: every point whole to one open slot, or, split, in parts
/// of whole weight to several. Slots are the
/// choosable columns and, behind them, the locked sites, which are always open.
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

  std::vector<DemandIdx> points;         ///< with weight; heaviest first, then by what they reach
  std::vector<std::int64_t> loads;       ///< by point
  std::vector<std::vector<Entry>> rows;  ///< by point, by (cost, slot)
  std::vector<std::int64_t> capacities;  ///< by slot
  std::size_t n_columns = 0;             ///< the slots below are columns
  std::vector<SiteIdx> sites;            ///< by slot
  bool is_whole = false;                 ///< so is the cost of the best

  [[nodiscard]] std::size_t n_slots() const { return capacities.size(); }
};

CapacitatedModel make_capacitated_model(const SitingProblem& problem, const ChoiceRules& rules,
                                        const SitingObjective& objective);

/// Slots by point.
using SlotByPoint = std::vector<CapacitatedModel::Slot>;

double cost_of(const CapacitatedModel& model, const SlotByPoint& assignment);

}  // namespace pahunch
