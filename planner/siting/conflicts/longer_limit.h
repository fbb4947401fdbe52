/// \file
/// Whether there is an answer at all, and from which limit on.
#pragma once

#include <optional>

#include "planner/siting/conflicts/relaxation.h"

namespace pahunch {

/// An answer was found; false: there is none, or none was found in time.
bool is_possible(const SitingProblem& problem, const Relaxation& changed, const StopSignal& signal);

struct LongerLimit {
  double value = 0;
  bool is_smallest = true;
};

/// The least of the costs beyond this limit with which there is an answer, by bisection: what is
/// within a limit stays within a longer one. None: no limit helps, or it is not known in time.
std::optional<LongerLimit> find_longer_limit(const SitingProblem& problem, const SitingRules& rules,
                                             const SitingObjective& objective,
                                             const StopSignal& signal);

}  // namespace pahunch
