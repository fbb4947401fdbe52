/// \file
/// A siting problem out of a study: its settlements weighed by their women, the centres of a set
/// locked, candidates, and travel times between them.
///
/// Costs are whole milliseconds, so that sums of women times cost are exact. Of pairs only those
/// are kept that an answer can need: within the limit; and where each place goes to its nearest
/// site, no slower than its second nearest locked one. So no dense matrix ever exists.
/// Memory: 48 bytes a pair while it is built, 32 after.
#pragma once

#include <vector>

#include "geo/coverage/reach_lists.h"
#include "planner/optimise/case_demand.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_problem.h"
#include "planner/study/study.h"

namespace pahunch {

/// Whom the answer counts.
enum class WomenCounted : std::uint8_t { kRural, kAll };

struct StudyProblem {
  SitingProblem problem;
  IdxVector<SiteIdx, CentreIdx> centre_of;
  IdxVector<DemandIdx, SettlementIdx> settlement_of;  ///< those where somebody is counted
  /// Weight that no site of the problem reaches (within the limit, where there is one).
  Persons unreached = 0;
  /// They are no part of the problem: each of its points must be reached.
  bool unreached_left_out = false;
};

struct StudyProblemOptions {
  const CentreSet& locked;            ///< open in every answer
  std::vector<CentreIdx> candidates;  ///< may be chosen; others are not sites of the problem
  WomenCounted counted = WomenCounted::kRural;
  const CaseDemand* cases = nullptr;  ///< their cases are counted and not the women
};

/// Reach lists by centre as pairs of the problem's points and sites.
std::vector<ReachPair> list_pairs(const StudyProblem& made, const ReachLists& lists);

/// The objective's limits are milliseconds. `model`: between the settlements and all centres of the
/// study.
StudyProblem make_study_problem(const Study& study, const TravelModel& model,
                                const StudyProblemOptions& options,
                                const SitingObjective& objective, Progress& progress);

/// The longest time that counts under an objective in milliseconds; unreachable: any time does.
TravelTime longest_of(const SitingObjective& objective);

/// The same objective with limits in milliseconds instead of minutes.
SitingObjective in_milliseconds(SitingObjective objective);

/// The women of a settlement that are counted.
Persons counted_women(Women women, WomenCounted counted);

}  // namespace pahunch
