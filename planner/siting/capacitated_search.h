/// \file
/// Quick good choices with capacities, and what is lost without them.
#pragma once

#include <optional>
#include <span>

#include "planner/siting/capacitated_model.h"
#include "planner/siting/loss_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// The same sites without capacities, where each unit of weight pays for the room that it takes up
/// (`prices` by slot, none: nothing) and each slot is paid for all the room that it has. Whatever
/// the prices, no choice with capacities loses less than the best of this one (Lagrangian
/// relaxation of the capacities).
LossModel make_priced_losses(const CapacitatedModel& model, std::span<const double> prices);

/// Gives out to a choice; where that does not fit, roomier columns take the place of the least
/// roomy ones until it does. None: it never did.
std::optional<CapacitatedChoice> make_room(const CapacitatedModel& model, const ChoiceRules& rules,
                                           std::vector<SiteColumn> open);

/// Starts from the sites that would be best without capacities, by greedy choice and interchange.
/// None: nothing that fits was found.
std::optional<CapacitatedChoice> search_capacitated(const CapacitatedModel& model,
                                                    const ChoiceRules& rules,
                                                    const StopSignal& signal);

}  // namespace pahunch
