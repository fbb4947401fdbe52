/// \file
/// The independent check of an answer: rules and objective from the raw problem, pair by pair and
/// without any of the solver's models.
#pragma once

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"

namespace pahunch {

/// What is wrong with an open set by the rules and the states of the sites; none: nothing is.
std::optional<std::string> find_broken_rule(const SitingProblem& problem, const SitingRules& rules,
                                            const std::vector<SiteIdx>& sites);

/// The objective of an open set; infinity where a point that must be reached is not, or where a
/// target is missed. With capacities what the answer gives is summed.
double evaluate_sites(const SitingProblem& problem, const SitingObjective& objective,
                      const SitingAnswer& answer);

/// Throws InvariantError when a rule is broken, the objective is another, or the bound is on the
/// wrong side of it. Whole objectives must agree exactly, others to 1e-9 of themselves.
/// Precondition: the answer has sites.
void check_answer(const SitingProblem& problem, const SitingRules& rules,
                  const SitingObjective& objective, const SitingAnswer& answer);

}  // namespace pahunch
