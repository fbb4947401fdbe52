/// \file
/// The best plan in which some sites must be open and others closed, found with the help of an
/// answer that is at hand: its multipliers bound the forced problem at once and fix most of it
/// against a plan that keeps to the forcing, so that what is left to solve is small.
#pragma once

#include <optional>

#include "planner/siting/mip.h"
#include "planner/siting/plans/solved_plan.h"

namespace pahunch {

/// Columns that are open in every plan looked for, and columns that are closed in it.
struct Forcing {
  std::vector<SiteColumn> in = {}, out = {};
};

/// A plan that keeps to a forcing. Losses are against the answer: below 0 is better than it, which
/// happens only where the answer is not proven. Objective and bound say nothing where there is no
/// plan.
struct ForcedPlan {
  std::optional<std::vector<SiteColumn>> open = {};  ///< ascending; none: no plan is known
  std::vector<SiteIdx> sites = {};                   ///< those and the locked ones, by id
  double objective = 0;                              ///< of it
  double bound = 0;                                  ///< no plan that keeps to it is better
  double loss = kInfinity;                           ///< of the plan
  double least_loss = kInfinity;  ///< no plan that keeps to it loses less; infinity: there is none

  /// It is the best, or there is none.
  [[nodiscard]] bool is_proven() const { return loss == least_loss; }
};

/// What is looked for besides the forcing: the best plan, or any that is good enough.
struct ForcedSearch {
  std::vector<SiteColumn> known = {};  ///< a choice that keeps rules and forcing, or nothing
  /// Any plan that loses no more than this against the answer will do, and others will not: the
  /// search ends with the first that is found, or when it is proven that there is none.
  double most_loss = kInfinity;
};

/// When the signal stops it, the best so far and its bound. The plan has passed the check of
/// check_answer.h.
ForcedPlan solve_forced(const SolvedPlan& plan, const Forcing& forcing, const ForcedSearch& search,
                        const StopSignal& signal);

}  // namespace pahunch
