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

/// What is to be least.
enum class CapacitatedGoal : std::uint8_t {
  kCost,
  kColumns,  ///< the number of open columns: how many are needed at all
  kOverload  ///< the weight beyond capacities: how much room is lacking
};

struct CapacitatedMip {
  MipModel mip;
  std::vector<int> open;  ///< by column
  /// By row: programme column, slot.
  std::vector<std::vector<std::pair<int, CapacitatedModel::Slot>>> given;

  /// Some row has no pair left: nothing fits.
  [[nodiscard]] bool has_lone_row() const;
};

CapacitatedMip make_capacitated_mip(const CapacitatedModel& model, const ChoiceRules& rules,
                                    const PairFixing& fixing,
                                    CapacitatedGoal goal = CapacitatedGoal::kCost);

}  // namespace pahunch
