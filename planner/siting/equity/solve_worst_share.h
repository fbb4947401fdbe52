/// \file
/// The least sum of cost of the worst-off weight T (the conditional median; Ogryczak, Zawadzki 2002
/// "Conditional median: a parametric solution concept for location problems").
///
/// The sum is the least over thresholds e of T e + sum of weight times what costs have above e, and
/// its least e is a cost, that at which the worst-off weight is full. For one e that is a median
/// with losses max(cost - e, 0). Intervals of e are searched, best bound first. For choices whose e
/// lies in [a, b] the sum is no less than the smaller of
///
///     T b + the least sum of weight times max(cost - b, 0)
///     T a + the least sum of weight times (cost - a, where cost >= b)
///
/// as the sum, taken at costs from b up only, is linear in e. Both are medians with other losses,
/// solved against the best sum so far; the second misses the truth by no more than the square of
/// the interval's width, so that halving closes intervals fast.
#pragma once

#include "planner/siting/siting_objective.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

struct WorstShareSolution {
  Solution solution;
  bool is_whole = false;   ///< costs are whole, so that sums are exact
  std::size_t n_rows = 0;  ///< different rows of the median that it began from
};

WorstShareSolution solve_worst_share(const SitingProblem& problem, const ChoiceRules& rules,
                                     const SitingObjective& objective, const SolveGoal& goal,
                                     const StopSignal& signal);

}  // namespace pahunch
