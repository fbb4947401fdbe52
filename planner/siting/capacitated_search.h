/// \file
/// Quick good choices with capacities.
#pragma once

#include <optional>

#include "planner/siting/capacitated_model.h"
#include "planner/siting/loss_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Gives out to a choice; where that does not fit, roomier columns take the place of the least
/// roomy ones until it does. None: it never did.
std::optional<CapacitatedChoice> make_room(const CapacitatedModel& model, const ChoiceRules& rules,
                                           std::vector<SiteColumn> open);

/// Starts from the sites that would be best without capacities (`free`), by greedy choice and
/// interchange. None: nothing that fits was found.
std::optional<CapacitatedChoice> search_capacitated(const CapacitatedModel& model,
                                                    const ChoiceRules& rules, const LossModel& free,
                                                    const StopSignal& signal);

}  // namespace pahunch
