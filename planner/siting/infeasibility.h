/// \file
/// Why a problem has no answer, and the smallest change that would give it one.
#pragma once

#include <optional>
#include <string>

#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct Infeasibility {
  std::string what;
  /// The smallest that makes it possible, one rule changed; "at least": less does not, and whether
  /// so much does was not looked at.
  std::string relaxation;
  /// Room that is lacking, where that is why: so much weight more at the right sites, or at least
  /// that.
  std::optional<std::int64_t> lacking = {};
  bool is_lacking_in_all = false;  ///< at whichever sites
};

/// What can be said of the rules alone: more sites asked for than there are candidates, locked
/// sites that break a rule by themselves, groups too small, a budget too small, rules that leave
/// room for fewer sites. None: some choice keeps all rules.
std::optional<Infeasibility> find_rule_conflict(const SitingProblem& problem,
                                                const SitingRules& rules, const StopSignal& signal);

/// What can be said before solving: points beyond reach, a target beyond reach, capacity below
/// demand, of all or of those who reach the same few sites. Precondition: no rule conflict.
std::optional<Infeasibility> find_reach_conflict(const SitingProblem& problem,
                                                 const SitingRules& rules,
                                                 const SitingObjective& objective);

/// With capacities: why nothing fits, how many sites would do, and how much room is lacking as it
/// is. What is not known within the time is left out. Precondition: a solver has proven that there
/// is no answer.
Infeasibility explain_no_room(const SitingProblem& problem, const SitingRules& rules,
                              const SitingObjective& objective, const StopSignal& signal);

/// The rules let too few sites to reach every point, or to cover the target: how many would do.
/// Precondition: a solver has proven that there is no answer.
Infeasibility explain_too_few(const SitingProblem& problem, const SitingRules& rules,
                              const SitingObjective& objective, const StopSignal& signal);

}  // namespace pahunch
