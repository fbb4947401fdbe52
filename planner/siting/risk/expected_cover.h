/// \file
/// Most weight covered on the mean over draws of closed roads.
///
/// The sum over draws and points of the weight that is covered is one covering problem (Church,
/// ReVelle 1974): pairs of draw and point that the same sites cover are one row, their weights
/// added as whole numbers. It is solved exactly as any other (solve_siting.h). As draws differ from
/// dry in few points, it has few more rows than there are distinct sets.
///
/// Error of the answer: none for these draws; how far other draws would change it is the sampling
/// gap (sampling_gap.h).
#pragma once

#include "planner/siting/risk/draw_cover.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

/// The covering problem of all draws together: its points are sets of sites, its costs 0.
SitingProblem merge_draws(const SitingProblem& problem, const ReachDraws& draws);

struct ExpectedCover {
  /// Its objective, bound, gap, that of the locked sites and marginal values are means over the
  /// draws; the weights that sites alone cover are sums over them, and so whole.
  SitingAnswer answer;
  std::int64_t covered_sum = 0;  ///< over all draws, counted again from them
  double bound_sum = 0;          ///< no choice covers more, summed over all draws
};

/// Refuses what check_draws refuses; throws InvariantError when a recount of the draws disagrees.
ExpectedCover solve_expected_cover(const SitingProblem& problem, const ReachDraws& draws,
                                   const SitingRules& rules, const SolveLimits& limits);

}  // namespace pahunch
