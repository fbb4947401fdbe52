/// \file
/// Why a problem has no answer, and what would give it one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/siting/conflicts/relaxation.h"

namespace pahunch {

struct Infeasibility {
  std::string what;
  /// In words: the changes of `relaxations`, any one of which makes it possible; where there are
  /// none, what is needed at least, or what could be looked at.
  std::string relaxation;
  std::vector<Relaxation> relaxations = {};
};

/// Fills in what would make the problem possible. Where that takes too long the words stay.
void add_relaxations(const SitingProblem& problem, const SitingRules& rules,
                     const SitingObjective& objective, const StopSignal& signal,
                     Infeasibility& found);

/// The locked sites break a rule by themselves.
std::optional<Infeasibility> find_locked_conflict(const SitingProblem& problem,
                                                  const SitingRules& rules);

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

/// The rules leave no choice that serves everybody as the objective asks. Precondition: a solver
/// has proven that there is none.
Infeasibility tell_no_choice(const SitingObjective& objective);

}  // namespace pahunch
