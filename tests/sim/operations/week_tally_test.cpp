// What is counted by week, against the records of every single case.
#include "sim/operations/week_tally.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "sim/operations/centre_plan.h"
#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr Span kYear{0, kYearMs};

struct CountedYear {
  OperationsModel model = read_default_operations();
  CareNetwork network{model, 3};
  CarePlan plan = make_centre_plan(model);
  RecordList records;
  OperationsResult result;

  CountedYear() {
    const auto cases = network.draw_cases(228, {-kYearMs, 2 * kYearMs}, 4);
    const CentreSimulator simulator(model, network.centres());
    ListedArrivals arrivals(cases);
    result = simulator.run({.seed = 8, .replicate = 3}, arrivals, {}, &records);
  }
};

/// In this year or in one of the years after it.
bool falls_in(const Span& span, TimeMs at) { return at != kNeverMs && span.holds(at % kYearMs); }

/// Week by week from the records alone, one week after the other.
WeekTally count_week(const CountedYear& year, CentreIdx centre, std::size_t week) {
  const Span span = week_span(week, kYear);
  WeekTally tally;
  for (const CaseRecord& record : year.records.cases) {
    if (record.centre != centre || !kYear.holds(record.called_at)) continue;
    if (falls_in(span, record.disposed_at)) ++tally.n_disposed;
    if (!span.holds(record.called_at)) continue;
    ++tally.n_cases;
    if (record.helped_at == kNeverMs || record.reached_at == kNeverMs) continue;
    ++tally.n_helped;
    tally.wait_ms += std::max<TimeMs>(record.helped_at - record.reached_at, 0);
  }
  std::set<std::uint64_t> own;
  for (const CaseRecord& record : year.records.cases) {
    if (kYear.holds(record.called_at)) own.insert(record.case_number);
  }
  const StepIdx follow_up = year.plan.get_step(step_name::kFollowUp);
  const StepIdx shelter = year.plan.get_step(step_name::kShelter);
  for (const StepRecord& record : year.records.steps) {
    const bool is_own = own.contains(record.case_number);
    if (record.step == follow_up && record.centre == centre && is_own &&
        falls_in(span, record.asked_at)) {
      ++tally.n_follow_ups;
    }
    if (record.step == shelter && record.served_at == centre) {
      tally.bed_ms += clip(record.started_at, record.ended_at, span);
    }
  }
  return tally;
}

/// Own cases open at a time of the year, and at the same time of the years after it.
std::int64_t count_open_at(const CountedYear& year, CentreIdx centre, TimeMs at) {
  std::int64_t n = 0;
  for (const CaseRecord& record : year.records.cases) {
    if (record.centre != centre || !kYear.holds(record.called_at)) continue;
    for (TimeMs when = at; when < 3 * kYearMs; when += kYearMs) {
      if (record.called_at < when && record.disposed_at >= when) ++n;
    }
  }
  return n;
}

}  // namespace

TEST_CASE("weeks are seven days, and what is left of the year is the last") {
  CHECK(week_span(0, kYear) == Span{0, kWeekMs});
  CHECK(week_span(51, kYear) == Span{51 * kWeekMs, 52 * kWeekMs});
  CHECK(week_span(52, kYear) == Span{52 * kWeekMs, kYearMs});
  CHECK(week_span(52, {0, 3 * kYearMs}).end == 3 * kYearMs);
  CHECK(week_span(30, {0, kWeekMs}).begin == week_span(30, {0, kWeekMs}).end);
  CHECK(find_week(kWeekMs - 1, kYear) == 0);
  CHECK(find_week(kWeekMs, kYear) == 1);
  CHECK(find_week(kYearMs - 1, kYear) == 52);
  CHECK(find_week(kYearMs, kYear) == 0);
  CHECK(find_week(2 * kYearMs + 30 * kWeekMs, kYear) == 30);
}

TEST_CASE("what is counted by week is what the cases' records say") {
  const CountedYear year;
  for (const CentreIdx centre : indices(year.result.weeks)) {
    const YearWeeks& found = year.result.weeks[centre];
    const auto open = count_open(found);
    for (std::size_t week = 0; week < kNWeeks; ++week) {
      CAPTURE(centre.value(), week);
      const WeekTally expected = count_week(year, centre, week);
      const WeekTally& tally = found.weeks[week];
      CHECK(tally.n_cases == expected.n_cases);
      CHECK(tally.n_disposed == expected.n_disposed);
      CHECK(tally.n_follow_ups == expected.n_follow_ups);
      CHECK(tally.n_helped == expected.n_helped);
      CHECK(tally.wait_ms == expected.wait_ms);
      CHECK(tally.bed_ms == expected.bed_ms);
      CHECK(open[week] == count_open_at(year, centre, week_span(week, kYear).end));
    }
  }
}

TEST_CASE("the weeks of a year add up to the year's tallies") {
  const CountedYear year;
  for (const CentreIdx centre : indices(year.result.weeks)) {
    const CentreTally& tally = year.result.centres[centre];
    const YearWeeks& weeks = year.result.weeks[centre];
    WeekTally sum;
    for (const WeekTally& week : weeks.weeks) sum += week;
    CHECK(sum.n_cases == tally.n_cases);
    CHECK(sum.n_disposed <= tally.n_cases);
    CHECK(sum.n_disposed >= tally.n_cases - tally.n_unfinished);
    CHECK(sum.n_follow_ups ==
          tally.steps[year.plan.get_step(step_name::kFollowUp).value()].n_asked);
    CHECK(sum.bed_ms == tally.pools[kBedPool.value()].busy_ms);
    CHECK(sum.n_helped > 0);
    CHECK(sum.n_follow_ups > 0);
    CHECK(count_open(weeks).back() == weeks.n_open_at_start + tally.n_cases - sum.n_disposed);
    CHECK(weeks.n_beds == year.network.centres()[centre].n_beds);
  }
}

TEST_CASE("the integral by week is that of a gauge, week by week") {
  WeekGauge gauge;
  gauge.add(-kWeekMs, kYear);
  gauge.add(kWeekMs / 2, kYear);
  gauge.remove(2 * kWeekMs + 5, kYear);
  gauge.settle(2 * kYearMs, kYear);
  CHECK(gauge.integral(0) == kWeekMs + kWeekMs / 2);
  CHECK(gauge.integral(1) == 2 * kWeekMs);
  CHECK(gauge.integral(2) == kWeekMs + 5);
  CHECK(gauge.integral(3) == kWeekMs);
  CHECK(gauge.integral(52) == kDayMs);
}
