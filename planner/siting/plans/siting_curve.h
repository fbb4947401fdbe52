/// \file
/// The best answer for each number of new sites: what one more of them is worth.
///
///     const SitingCurve curve = solve_curve(problem, {}, {.kind = ObjectiveKind::kCover, .limit =
///     60},
///                                           {.n_most = 60, .limits = {.time_s = 60}});
///
/// Each number is solved as solve_siting does, beginning from the answer of the number before with
/// the best sites added. Where nothing but the number of sites is ruled and opening is free of
/// cost, more sites are never worse; then, whatever stopped a solve early, objectives and bounds of
/// the curve keep to that as well: an answer that is worse than the one before gives way to that
/// one and further sites, and no bound is weaker than that of a larger number.
#pragma once

#include <functional>
#include <vector>

#include "planner/siting/solve_siting.h"

namespace pahunch {

struct CurveOptions {
  std::size_t n_most =
      0;  ///< new sites, inclusive; beyond the candidates the answers are infeasible
  /// Time and stop are for the whole curve, the gap for each answer; `start` is for none of them.
  SolveLimits limits = {};
  /// Told each number when it is finished; what a larger number says of its bound comes later.
  std::function<void(std::size_t n_new, const SitingAnswer&)> on_answer = {};
};

struct SitingCurve {
  std::vector<SitingAnswer> answers;  ///< by the number of new sites, 0 .. n_most
};

/// `n_new` of the rules is not looked at. Throws as solve_siting does.
///
/// With a time limit a number may use up to three times its even share of what is left. When the
/// time is over each number left still gets a choice, in the time that a greedy choice takes.
SitingCurve solve_curve(const SitingProblem& problem, const SitingRules& rules,
                        const SitingObjective& objective, const CurveOptions& options);

/// Where more sites cannot be worse: no rule but the number, and an objective without costs of
/// opening.
bool more_is_never_worse(const SitingRules& rules, const SitingObjective& objective);

}  // namespace pahunch
