/// \file
/// Choosing sites: the one way in.
///
///     SitingProblem problem = …;                         // weights, sites, reach
///     const SitingAnswer answer = solve_siting(
///         problem, {.n_new = 26}, {.kind = ObjectiveKind::kCover, .limit = 60}, {});
///     if (answer.has_sites()) …                          // proven, or the best found in time
///
/// The problem is made small without losing the optimum (loss_model.h), searched by greedy choice
/// and interchange, bounded, and what is left is solved by CBC. Every answer is reckoned again from
/// the raw problem by other code (check_answer.h).
#pragma once

#include <functional>
#include <optional>

#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"

namespace pahunch {

struct SolveLimits {
  std::optional<double> time_s = {};
  double gap = 0;                          ///< a share of the objective that is good enough
  std::function<bool()> should_stop = {};  ///< asked now and then; true ends the work
  /// Open sites to begin from, such as those of a like problem: whatever of them the rules let is
  /// grown into a choice. They can make the work shorter and, where it is stopped, the choice
  /// better. Objectives other than cover, gradual, median, facility and worst-share take no notice.
  std::vector<SiteIdx> start = {};
};

/// Throws DataError and UsageError for a problem or an objective that makes no sense, and
/// InvariantError when the answer does not pass its check. An impossible problem is an answer.
///
/// Deterministic unless a limit of time or a stop ends it, and the same for any order of the sites,
/// points and pairs.
SitingAnswer solve_siting(const SitingProblem& problem, const SitingRules& rules,
                          const SitingObjective& objective, const SolveLimits& limits);

/// The same without a look for what would make an impossible problem possible, and without the
/// checks of what makes no sense.
SitingAnswer solve_unexplained(const SitingProblem& problem, const SitingRules& rules,
                               const SitingObjective& objective, const SolveLimits& limits);

}  // namespace pahunch
