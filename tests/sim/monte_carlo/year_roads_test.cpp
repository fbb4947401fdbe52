#include "sim/monte_carlo/year_roads.h"

#include <catch2/catch.hpp>

#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Slow: counts days month by month.
std::size_t find_month_of_day(int day) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::size_t month = 0;
  for (; day >= kDays[month]; ++month) day -= kDays[month];
  return month;
}

}  // namespace

TEST_CASE("each moment of the year lies in its month") {
  for (int day = 0; day < 365; ++day) {
    const TimeMs midnight = day * kDayMs;
    CHECK(find_month(midnight) == find_month_of_day(day));
    CHECK(find_month(midnight + kDayMs - 1) == find_month_of_day(day));
    CHECK(month_span(find_month(midnight)).holds(midnight));
  }
}

TEST_CASE("months follow on each other and fill the year") {
  TimeMs end = 0;
  for (std::size_t month = 0; month < kMonths; ++month) {
    CHECK(month_span(month).begin == end);
    end = month_span(month).end;
  }
  CHECK(end == kYearMs);
}

TEST_CASE("a flood lasts the first part of its month") {
  const YearRoads roads{.state = {}, .flooded_frac = 0.5};
  CHECK(roads.flooded_span(0) == Span{0, 31 * kDayMs / 2});
  CHECK(roads.flooded_span(1) == Span{31 * kDayMs, 45 * kDayMs});
  CHECK(YearRoads{.flooded_frac = 1}.flooded_span(11) == month_span(11));
  const Span none = YearRoads{.flooded_frac = 0}.flooded_span(3);
  CHECK(none.begin == none.end);
}

TEST_CASE("roads are flooded in the month's span and dry after it") {
  YearRoads roads{.flooded_frac = 0.25};
  roads.state.fill(kDryState);
  roads.state[7] = StateIdx(3);
  roads.state[8] = StateIdx(1);
  const Span august = roads.flooded_span(7), september = roads.flooded_span(8);
  CHECK(roads.at(august.begin - 1) == kDryState);
  CHECK(roads.at(august.begin) == StateIdx(3));
  CHECK(roads.at(august.end - 1) == StateIdx(3));
  CHECK(roads.at(august.end) == kDryState);
  CHECK(roads.at(september.begin - 1) == kDryState);
  CHECK(roads.at(september.begin) == StateIdx(1));
  CHECK(roads.at(0) == kDryState);
  CHECK(roads.at(kYearMs - 1) == kDryState);
}

TEST_CASE("a drawn year has dry months dry, and states that its draws give") {
  const SimulatedWorld world;
  const Theta theta = world.make_theta();
  const FloodSampler floods(world.get().blocks, world.get().lattice, theta.flood);
  const RoadClosures closures(world.exposure(), theta.road, {1, 2});
  StatePool pool;
  std::size_t n_flooded = 0;
  for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
    const YearRoads roads = draw_year_roads({floods, closures, {}}, {1, replicate}, pool);
    const FloodYear year = floods.draw(1, replicate);
    CHECK(roads.flooded_frac == 0.4);
    for (std::size_t month = 0; month < kMonths; ++month) {
      CHECK(pool[roads.state[month]] == closures.draw_month(year.month(month), replicate));
      if (month < 6 || month > 9) CHECK(roads.state[month] == kDryState);
      if (roads.state[month] != kDryState) ++n_flooded;
    }
  }
  CHECK(n_flooded > 20);
}
