#include "planner/optimise/case_demand.h"

#include <cmath>

#include "geo/base/error.h"
#include "geo/coverage/reach_lists.h"
#include "geo/model/largest_remainder.h"
#include "planner/simulation/simulate_study.h"
#include "planner/simulation/study_priors.h"
#include "planner/simulation/study_world.h"
#include "sim/demand/need.h"

namespace pahunch {
namespace {

SettlementTimes times_to_nearest(const TravelModel& model, const CentreSet& centres,
                                 Progress& progress) {
  SettlementTimes times(model.n_places(), TravelTime::unreachable());
  const ReachLists lists =
      collect_reach_lists(model, centres.open, TravelTime::unreachable(), progress);
  for (const CentreIdx centre : centres.open) {
    for (const auto& [at, time] : lists[centre]) times[at] = std::min(times[at], time);
  }
  return times;
}

}  // namespace

CaseDemand expect_cases(const Study& study, const TravelModel& model, const CentreSet& today,
                        Progress& progress) {
  if (study.dataset.cases.empty()) {
    throw ConfigError({.what = "the dataset has no table of cases",
                       .where = study.scenario.dataset.string(),
                       .why = "the cases of each settlement are calibrated to the registered ones",
                       .hint = "add [layers.cases], or give capacities in women"});
  }
  const StudyPriors priors(study.scenario.simulation);
  const Reporting reporting(priors.demand.report_at_hour.value);
  const auto women = women_of(study);
  const SettlementTimes times = times_to_nearest(model, today, progress);
  CaseDemand found = {.weights = {},
                      .per_year = find_registered_per_year(study.dataset.cases).value};
  const Need need = calibrate_need({women, times, found.per_year}, reporting);
  found.need_per_year = need.total_per_year;
  std::vector<double> expected;
  for (const SettlementIdx at : indices(women)) {
    expected.push_back(need.per_year[at] * reporting.share(times[at]));
  }
  const Persons total = std::llround(found.per_year * CaseDemand::kUnit);
  for (const Persons part : split_by_largest_remainder(total, expected)) {
    found.weights.push_back(part);
  }
  return found;
}

}  // namespace pahunch
