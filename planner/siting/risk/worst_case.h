/// \file
/// The most weight covered in the worst of some named draws, exactly: replayed years, a planner's
/// own closures.
///
/// Each draw has a name, as the worst of a list means something only where the list does: the worst
/// of a random sample grows with the sample and is no property of anything (for that there is
/// tail_cover.h).
#pragma once

#include <string>
#include <vector>

#include "planner/siting/risk/solve_tail.h"

namespace pahunch {

struct WorstCase {
  TailChoice choice;                 ///< status, sites, and the loss in each draw
  double covered = 0;                ///< in the draws that bind: no draw has less
  double bound = 0;                  ///< no choice covers more in its worst draw
  double gap = 0;                    ///< between them
  std::vector<std::string> binding;  ///< names of the draws with the least cover, as given
};

/// `names`: one a draw, in their order. Throws UsageError where they are not as many as the draws,
/// empty or not unlike each other; refuses what check_draws refuses.
WorstCase solve_worst_case(const SitingProblem& problem, const ReachDraws& draws,
                           const std::vector<std::string>& names, const SitingRules& rules,
                           const SolveLimits& limits);

}  // namespace pahunch
