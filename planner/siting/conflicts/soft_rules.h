/// \file
/// The fewest changes of groups' numbers and exclusions with which the rest of what is asked can be
/// had.
#pragma once

#include <optional>
#include <string>

#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct SoftenedRules {
  SitingRules rules;
  std::string words;  ///< "let group 'north' hold 2 (--at-most 2)"
};

/// A site more or less in a group is one change, and so is an exclusion that is given up. Several
/// groups with the same numbers, as a rule for each district makes them, are changed alike, which
/// is one change a site. None: no such change is enough, or it is not known in time.
std::optional<SoftenedRules> soften_rules(const SitingProblem& problem, const SitingRules& rules,
                                          const SitingObjective& objective,
                                          const StopSignal& signal);

}  // namespace pahunch
