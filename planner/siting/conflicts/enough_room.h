/// \file
/// Changes that are enough where a problem with capacities is too large for the smallest one to be
/// found: tried on the sites with most room.
#pragma once

#include <optional>

#include "planner/siting/conflicts/relaxation.h"

namespace pahunch {

/// So many more sites than asked for, and all fit. None: not seen in time, or no capacities.
std::optional<std::size_t> find_enough_sites(const SitingProblem& problem, const SitingRules& rules,
                                             const SitingObjective& objective,
                                             const StopSignal& signal);

/// The same more room at each site that has a limit, within a hundredth of what is enough at the
/// sites tried. Empty: not seen in time.
MoreRoom find_enough_room(const SitingProblem& problem, const SitingRules& rules,
                          const SitingObjective& objective, const StopSignal& signal);

}  // namespace pahunch
