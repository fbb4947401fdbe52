/// \file
/// Other sets of sites that are exactly as good as the best one.
///
/// The best set is excluded from the problem, then each one that is found (a row that asks for at
/// least one difference), until CBC finds none that is as good or there are enough. Sites that no
/// set as good can open or close by the Lagrangian bound are fixed before, which makes that quick.
#pragma once

#include <vector>

#include "planner/siting/solve_siting.h"

namespace pahunch {

struct AlternativeOptions {
  std::size_t n_most = 100;  ///< sets beside the best one
  SolveLimits limits = {};   ///< for all together; the gap is not looked at
};

struct AlternativeOptima {
  SitingAnswer best;
  /// Each with the objective of `best`, reckoned anew; open sites by id, the locked among them.
  std::vector<std::vector<SiteIdx>> others = {};
  /// `best` is proven and there is no further set as good: exact where losses are whole, else to
  /// the tolerance of the proof. False: stopped, enough of them, or `best` is not proven; then
  /// nothing is looked for.
  bool is_complete = false;
};

/// Precondition: the objective is cover, gradual, median or facility. Throws as solve_siting does.
AlternativeOptima find_alternative_optima(const SitingProblem& problem, const SitingRules& rules,
                                          const SitingObjective& objective,
                                          const AlternativeOptions& options);

}  // namespace pahunch
