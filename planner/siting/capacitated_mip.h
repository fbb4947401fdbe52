/// \file
/// The textbook programme with capacities on the pairs that are left: each row is given out once,
/// in whole or in parts, to open slots and within what they can take.
///
/// To the nearest: where a slot is open, nothing of a row goes to one behind it (Wagner and Falkson
/// 1975; Espejo, Marin and Rodriguez-Chia 2012), so that whole columns are needed for the sites
/// alone.
#pragma once

#include <utility>
#include <vector>

#include "planner/siting/capacitated_bound.h"
#include "planner/siting/mip.h"

namespace pahunch {

/// Weight beyond capacities that is let be: none, in all, or the same at each slot.
enum class Excess : std::uint8_t { kNone, kInAll, kAtEach };

/// What is to be least: the sum of these.
struct CapacitatedGoal {
  bool counts_cost = true;           ///< of who is given where
  std::vector<double> opening = {};  ///< by column; empty: nothing
  Excess excess = Excess::kNone;     ///< a unit costs 1
};

struct CapacitatedMip {
  MipModel mip;
  std::vector<int> open;  ///< by column
  /// By row: programme column, slot.
  std::vector<std::vector<std::pair<int, CapacitatedModel::Slot>>> given;
  /// Programme column, slot: what the slot takes beyond its capacity.
  std::vector<std::pair<int, CapacitatedModel::Slot>> excess;

  /// Some row has no pair left: nothing fits.
  [[nodiscard]] bool has_lone_row() const;
};

CapacitatedMip make_capacitated_mip(const CapacitatedModel& model, const ChoiceRules& rules,
                                    const PairFixing& fixing, CapacitatedGoal goal = {});

}  // namespace pahunch
