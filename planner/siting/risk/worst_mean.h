/// \file
/// Most weight covered in the worst of some named cases, each the mean over draws of its own.
///
/// A replayed month is one case, though which roads it closed was not recorded and must be drawn:
/// the worst is over the cases, and within a case the mean counts, so that it is never the worst of
/// a random sample. It is solved as the worst of named draws (worst_case.h) of a problem with a
/// copy of each point for each draw of a case. Exact for these draws.
///
/// Memory: of the copies 12 bytes a point and draw of a case; their differences as those of the
/// draws, once more for each draw of a case that has but one.
#pragma once

#include "planner/siting/risk/worst_case.h"

namespace pahunch {

struct DrawnCase {
  std::string name;
  std::size_t n_draws = 1;  ///< as many in all cases, or one that stands for all of them
};

struct WorstMean {
  /// Its objective, bound, gap and values are means over the draws of a case.
  SitingAnswer answer;
  std::vector<std::string> binding;  ///< names of the cases with the least cover, as given
};

/// `draws`: those of the first case, then those of the next. Throws UsageError where the numbers of
/// draws do not fit, or a name is empty or there twice; refuses what check_draws refuses, of the
/// copies too.
WorstMean solve_worst_mean(const SitingProblem& problem, const ReachDraws& draws,
                           const std::vector<DrawnCase>& cases, const SitingRules& rules,
                           const SolveLimits& limits);

}  // namespace pahunch
