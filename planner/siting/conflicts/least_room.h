/// \file
/// The least room to add to sites so that everybody is served.
#pragma once

#include <optional>
#include <string>

#include "planner/siting/capacitated_mip.h"
#include "planner/siting/conflicts/relaxation.h"

namespace pahunch {

/// What each site takes beyond its capacity where as little as can be does so, in all or at each
/// (whole weight, rounded up), by id. None: it does not help, or is not known in time.
std::optional<MoreRoom> find_least_room(const SitingProblem& problem, const SitingRules& rules,
                                        const SitingObjective& objective, Excess excess,
                                        const StopSignal& signal);

/// "5 more capacity in all (3 at 'a', 2 at 'b')".
std::string room_words(const SitingProblem& problem, const MoreRoom& more);

}  // namespace pahunch
