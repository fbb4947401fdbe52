/// \file
/// Quick good choices for the capacitated median.
#pragma once

#include <optional>

#include "planner/siting/capacitated_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct CapacitatedChoice {
  std::vector<SiteColumn> open;  ///< ascending
  SlotByPoint assignment;
  double cost = 0;
};

/// Points to open slots, those first that lose most by not getting their best (Martello and Toth
/// 1981), then bettered by moving points and swapping two. None: they did not fit this way.
std::optional<CapacitatedChoice> assign_points(const CapacitatedModel& model,
                                               const std::vector<SiteColumn>& open);

/// Starts from the sites that would be best without capacities, as the bound then proposes better
/// ones (capacitated_bound.h). None: nothing that fits was found.
std::optional<CapacitatedChoice> search_capacitated(const CapacitatedModel& model,
                                                    const ChoiceRules& rules,
                                                    const StopSignal& signal);

}  // namespace pahunch
