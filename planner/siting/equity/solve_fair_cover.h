/// \file
/// Covering that is fair to areas, as an answer.
///
///     const SitingAnswer answer = solve_fair_cover(
///         problem, {.n_new = 26}, {.kind = ObjectiveKind::kCover, .limit = 60},
///         {.areas = districts, .least_share = 0.4}, {});
///
/// Bound and gap are of the most weight covered among fair choices; the bound is never weaker than
/// that of covering alone.
#pragma once

#include "planner/siting/equity/fairness.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

/// As solve_siting; the answer is checked for fairness too. Where no choice is fair, the answer
/// names the largest least share, or the smallest Gini coefficient, that can be had.
/// Precondition: the objective is cover.
SitingAnswer solve_fair_cover(const SitingProblem& problem, const SitingRules& rules,
                              const SitingObjective& objective, const Fairness& fairness,
                              const SolveLimits& limits);

}  // namespace pahunch
