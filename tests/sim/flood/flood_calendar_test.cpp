#include "sim/flood/flood_calendar.h"

#include <catch2/catch.hpp>

#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// July and August of three years, levels given year by year; March seen dry once.
struct CalendarCase {
  FloodTable table;
  TobitFit fit;
};

CalendarCase make_calendar_case(const std::vector<double>& levels) {
  CalendarCase made;
  made.table.months.push_back({2001, 3});
  for (std::size_t i = 0; i < levels.size(); ++i) {
    made.fit.months.push_back({2001 + static_cast<int>(i / 2), i % 2 == 0 ? 7 : 8});
  }
  made.fit.month_level = levels;
  made.table.months.insert(made.table.months.end(), made.fit.months.begin(), made.fit.months.end());
  return made;
}

}  // namespace

TEST_CASE("levels without a rest are taken apart exactly") {
  // July 0.1, August 0.3; years -0.2, 0, +0.2.
  const auto made = make_calendar_case({-0.1, 0.1, 0.1, 0.3, 0.3, 0.5});
  const FloodCalendar calendar = fit_calendar(made.table, made.fit, 0.2);
  CHECK(calendar.months[6].level == Approx(0.1).margin(1e-6));
  CHECK(calendar.months[7].level == Approx(0.3).margin(1e-6));
  CHECK(calendar.years == std::vector<int>{2001, 2002, 2003});
  CHECK(calendar.year_effect[2] == Approx(0.2).margin(0.002));
  CHECK(calendar.year_sd.value == Approx(0.2).margin(0.002));
  CHECK(calendar.month_sd.value == 0.02);
}

TEST_CASE("the spread of the rest has the degrees of freedom that months and years leave") {
  // Balanced: residuals of the two-way layout are +-0.05, two degrees of freedom.
  const auto made = make_calendar_case({0.05, -0.05, -0.05, 0.05, 0, 0});
  const FloodCalendar calendar = fit_calendar(made.table, made.fit, 0.2);
  CHECK(calendar.month_sd.value == Approx(std::sqrt(4 * 0.05 * 0.05 / 2)));
  CHECK(calendar.year_sd.value == 0.02);  // means of the years are alike
}

TEST_CASE("the range of the spread of few years is wide") {
  const auto made = make_calendar_case({-0.1, 0.1, 0.1, 0.3, 0.3, 0.5});
  const FloodCalendar calendar = fit_calendar(made.table, made.fit, 0.2);
  CHECK(calendar.year_sd.high > 3 * calendar.year_sd.value);
  CHECK(calendar.year_sd.low < 0.7 * calendar.year_sd.value);
}

TEST_CASE("a month that only a wet year shows is not taken for a wet month") {
  // June is seen in the wet year only, at that year's effect above the curve.
  auto made = make_calendar_case({-0.3, -0.1, 0.1, 0.3, -0.3, -0.1});
  made.fit.months.push_back({2002, 6});
  made.fit.month_level.push_back(0.1);
  made.table.months.push_back({2002, 6});
  const FloodCalendar calendar = fit_calendar(made.table, made.fit, 0.3);
  CHECK(calendar.months[5].level < -0.1);
  CHECK(calendar.months[5].n_flooded == 1);
}

TEST_CASE("months are flooded, seen dry or not seen") {
  const auto made = make_calendar_case({0, 0, 0, 0});
  const FloodCalendar calendar = fit_calendar(made.table, made.fit, 0.2);
  CHECK(calendar.months[2].evidence == MonthEvidence::kObservedDry);
  CHECK(calendar.months[0].evidence == MonthEvidence::kNotObserved);
  CHECK(calendar.months[6].evidence == MonthEvidence::kFlooded);
  CHECK(calendar.months[6].n_observed == 2);
}
