// Weekly figures over replicate years, against sums over single years.
#include "sim/monte_carlo/week_figures.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "sim/monte_carlo/simulate_draw.h"
#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr std::uint64_t kYears = 6;

WeekBook simulate_weeks(const SimulatedWorld& world, const Replicates& years, std::size_t set) {
  return simulate_draw(world.get(), world.make_theta(), years, [] {}).sets[set].weeks;
}

std::int64_t sum_of(const WeekFigures& area, WeekFigure figure) {
  std::int64_t sum = 0;
  for (std::size_t week = 0; week < kNWeeks; ++week) sum += area.of(week, figure).sum;
  return sum;
}

/// The whole of each year alone, of one figure and week.
std::vector<double> list_years(const SimulatedWorld& world, std::size_t week, WeekFigure figure) {
  std::vector<double> years;
  const WeekAreaIdx whole = WeekAreas(world.get().dataset).whole();
  for (std::uint64_t year = 0; year < kYears; ++year) {
    const WeekSeries alone = simulate_weeks(world, {year, 1}, 1)[whole].of(week, figure);
    if (alone.weight > 0) years.push_back(alone.by_year.quantile(1));
  }
  std::ranges::sort(years);
  return years;
}

}  // namespace

TEST_CASE("weekly figures add up to the year's, and centres to the whole") {
  const SimulatedWorld world;
  const SetResult set = simulate_draw(world.get(), world.make_theta(), {0, kYears}, [] {}).sets[1];
  const WeekAreas areas(world.get().dataset);
  const WeekFigures& whole = set.weeks[areas.whole()];
  CHECK(whole.n_years == kYears);
  const auto all_years = static_cast<double>(kYears);
  CHECK(static_cast<double>(sum_of(whole, WeekFigure::kCases)) ==
        Approx(set.registered.mean() * all_years));
  std::int64_t n_unfinished = 0;
  for (const CentreMoments& centre : set.centres) n_unfinished += centre.sums.n_unfinished;
  CHECK(sum_of(whole, WeekFigure::kDisposed) <= sum_of(whole, WeekFigure::kCases));
  CHECK(sum_of(whole, WeekFigure::kDisposed) >= sum_of(whole, WeekFigure::kCases) - n_unfinished);
  for (const auto figure : {WeekFigure::kCases, WeekFigure::kDisposed, WeekFigure::kFollowUps}) {
    std::int64_t sum = 0;
    for (const std::string id : {"C1", "C2"}) {
      sum += sum_of(set.weeks[areas.of_centre(world.find_centre(id))], figure);
    }
    CHECK(sum == sum_of(whole, figure));
  }
}

TEST_CASE("open at a week's end is open before, with those in, less those disposed") {
  const SimulatedWorld world;
  const WeekAreas areas(world.get().dataset);
  const WeekBook book = simulate_weeks(world, {0, kYears}, 1);
  const WeekFigures& whole = book[areas.whole()];
  for (std::size_t week = 1; week < kNWeeks; ++week) {
    CHECK(whole.of(week, WeekFigure::kOpen).sum == whole.of(week - 1, WeekFigure::kOpen).sum +
                                                       whole.of(week, WeekFigure::kCases).sum -
                                                       whole.of(week, WeekFigure::kDisposed).sum);
  }
}

TEST_CASE("the spread is that of the single years") {
  const SimulatedWorld world;
  const WeekAreaIdx whole = WeekAreas(world.get().dataset).whole();
  const WeekFigures all = simulate_weeks(world, {0, kYears}, 1)[whole];
  for (const auto figure : {WeekFigure::kCases, WeekFigure::kOpen, WeekFigure::kWait}) {
    const auto years = list_years(world, 20, figure);
    const CountHistogram& spread = all.of(20, figure).by_year;
    REQUIRE(spread.n() == years.size());
    CHECK(spread.quantile(1.0 / kYears) == years.front());
    CHECK(spread.quantile(0.5) == years[(years.size() + 1) / 2 - 1]);
    CHECK(spread.quantile(1) == years.back());
  }
}

TEST_CASE("a centre that is not open has no weeks, and a district those of its open centres") {
  const SimulatedWorld world;
  const WeekAreas areas(world.get().dataset);
  const WeekBook today = simulate_weeks(world, {0, 2}, 0);
  CHECK_FALSE(today[areas.of_centre(world.find_centre("C1"))].series.empty());
  CHECK(today[areas.of_centre(world.find_centre("C2"))].series.empty());
  CHECK(today[areas.of_district(AreaIdx(0))].series.empty());  // no centre says its district
  IdxVector<CentreIdx, YearWeeks> years(2);
  years[CentreIdx(0)].n_beds = 3;
  years[CentreIdx(1)].n_beds = 4;
  Dataset data;
  data.districts.areas.push_back({});
  Centre centre;
  centre.district = AreaIdx(0);
  data.centres.centres.push_back(centre);
  data.centres.centres.push_back(centre);
  const WeeksByArea sums = sum_weeks(data, {CentreIdx(0), CentreIdx(1)}, years);
  CHECK(sums[WeekAreas(data).of_district(AreaIdx(0))].year.n_beds == 7);
  CHECK(sums[WeekAreas(data).of_district(AreaIdx(0))].n_centres == 2);
}

TEST_CASE("a wait is the mean of the week's helped cases, and no case is no wait") {
  YearWeeks year;
  year.weeks[3] = {.n_cases = 3, .n_helped = 2, .wait_ms = 3 * kHourMs};
  year.weeks[4].bed_ms = kWeekMs / 2;
  year.weeks[52].bed_ms = kDayMs;
  WeekFigures figures;
  figures.add(year);
  CHECK(figures.of(3, WeekFigure::kWait).sum == 180);
  CHECK(figures.of(3, WeekFigure::kWait).weight == 2);
  CHECK(figures.of(3, WeekFigure::kWait).by_year.quantile(0.5) == 90);
  CHECK(figures.of(5, WeekFigure::kWait).by_year.n() == 0);
  CHECK(figures.of(4, WeekFigure::kBeds).sum == 50);
  CHECK(figures.of(52, WeekFigure::kBeds).sum == 100);
}
