/// \file
/// A choice for the worst draws as an answer like that to any other objective.
///
/// Its objective is weight covered: in each of the worst draws, on the mean. Larger is better,
/// where the loss that was minimised is what is not covered.
#pragma once

#include "planner/siting/risk/solve_tail.h"

namespace pahunch {

struct TailUnit {
  std::size_t n_tail = 1;  ///< draws whose losses were summed
  double per = 1;          ///< figures are sums divided by this
};

/// What a site is worth: `marginal`, what the worst draws cover less without it (they may be others
/// then); `sole_weight`, that no other open site reaches, on the mean over all draws and divided by
/// `per` / n_tail, rounded down. Locked sites alone: in their own worst draws.
SitingAnswer make_tail_answer(const SitingProblem& problem, const ReachDraws& draws,
                              const TailChoice& choice, const TailUnit& unit);

}  // namespace pahunch
