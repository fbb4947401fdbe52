/// \file
/// The textbook programme of the capacitated median on the pairs that are left: each point is given
/// out once, in whole or in parts, to open slots and within what they can take.
#pragma once

#include <utility>
#include <vector>

#include "planner/siting/capacitated_bound.h"
#include "planner/siting/mip.h"

namespace pahunch {

struct CapacitatedMip {
  MipModel mip;
  std::vector<int> open;  ///< by column
  /// By point: programme column, slot.
  std::vector<std::vector<std::pair<int, CapacitatedModel::Slot>>> given;

  /// Some point has no pair left: nothing fits.
  [[nodiscard]] bool has_lone_point() const;
};

/// `share`: whether a slot is given a point's whole weight or any share of it.
CapacitatedMip make_capacitated_mip(const CapacitatedModel& model, const ChoiceRules& rules,
                                    const PairFixing& fixing, MipColumnKind share);

}  // namespace pahunch
