/// \file
/// Other sets of sites that are exactly as good as the best one.
///
/// The best set is excluded from the problem, then each one that is found (a row that asks for at
/// least one difference), until CBC finds none that is as good or there are enough. Sites that no
/// set as good can open or close by the Lagrangian bound are fixed before, which makes that quick.
#pragma once

#include <vector>

#include "planner/siting/plans/solved_plan.h"

namespace pahunch {

struct AlternativeOptima {
  /// Each with the objective of the answer, reckoned anew; open sites by id, the locked among them.
  std::vector<std::vector<SiteIdx>> others = {};
  /// The answer is proven and there is no further set as good: exact where losses are whole, else
  /// to the tolerance of the proof. False: stopped, enough of them, or the answer is not proven;
  /// then nothing is looked for.
  bool is_complete = false;
};

/// At most `n_most` of them.
AlternativeOptima find_alternative_optima(const SolvedPlan& plan, std::size_t n_most,
                                          const StopSignal& signal);

}  // namespace pahunch
