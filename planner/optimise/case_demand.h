/// \file
/// Expected cases a year of each settlement, as weights of a siting problem.
///
/// They are what the demand model expects to be registered at the centres of today on dry roads
/// (sim/demand), so that they add up to the registered cases of a year. Nearer centres bring
/// forward cases that are told to nobody today: how many in all at most is said beside it, and is
/// no part of the weights, as it would hang on the choice.
#pragma once

#include "geo/coverage/run_coverage.h"
#include "planner/study/study.h"

namespace pahunch {

struct CaseDemand {
  /// Parts of a case, so that weights are whole: rounding moves a settlement by less than one.
  static constexpr double kUnit = 1000;

  IdxVector<SettlementIdx, std::int64_t> weights;  ///< cases times the unit
  double per_year = 0;                             ///< registered cases
  double need_per_year = 0;                        ///< with a centre next door to everybody
};

/// `today`: the centres at which the registered cases came in. ConfigError where the dataset has no
/// table of cases.
CaseDemand expect_cases(const Study& study, const TravelModel& model, const CentreSet& today,
                        Progress& progress);

}  // namespace pahunch
