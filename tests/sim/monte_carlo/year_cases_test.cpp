#include "sim/monte_carlo/year_cases.h"

#include <catch2/catch.hpp>

#include <set>

#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Two sets over dry roads and one flooded state, with the trips that a test gives.
struct TwoSets {
  TwoSets() : trips(2, 2) {
    for (const std::size_t state : {0U, 1U}) {
      for (const std::size_t set : {0U, 1U}) trips.of(StateIdx(state), set) = Trips(7);
    }
    roads.state.fill(kDryState);
    roads.state[0] = StateIdx(1);  // January
    roads.flooded_frac = 1;
  }
  /// Minutes under each set; below 0: no way.
  void set(std::size_t state, SettlementIdx at, std::array<double, 2> minutes) {
    for (const std::size_t set : {0U, 1U}) {
      if (minutes[set] < 0) continue;
      trips.of(StateIdx(state), set)[at] = {TravelTime::from_minutes(minutes[set]), SiteIdx(set)};
    }
  }
  YearRoads roads;
  StateTrips trips;
};

constexpr SettlementIdx kHer{2};
constexpr TimeMs kInJanuary = 5 * kDayMs, kInMay = 130 * kDayMs;

LatentCase make_case(std::uint64_t key, TimeMs at, double level) {
  return {.settlement = kHer, .key = key, .called_ms = at, .report_level = level};
}

const Reporting& half_an_hour_away() {
  static const Reporting kReporting(0.5);
  return kReporting;
}

CaseCounts count(const SimulatedWorld& world, const TwoSets& year, std::size_t set,
                 const LatentCase& drawn) {
  YearCases cases(world.get(), half_an_hour_away(), set);
  cases.add_year(std::span(&drawn, 1), {year.roads, year.trips});
  CHECK(cases.arrivals().size() == static_cast<std::size_t>(cases.counts().n_registered));
  return cases.counts();
}

}  // namespace

TEST_CASE("a case is registered, unreported or unreachable, by the state of her day") {
  const SimulatedWorld world;
  TwoSets year;
  year.set(0, kHer, {60, 60});
  CHECK(count(world, year, 0, make_case(1, kInMay, 0.49)).n_registered == 1);
  CHECK(count(world, year, 0, make_case(1, kInMay, 0.51)).n_unreported == 1);
  CHECK(count(world, year, 0, make_case(1, kInJanuary, 0.1)).n_unreachable == 1);
  CHECK(count(world, year, 0, make_case(1, kInJanuary, 0.1)).n_need == 1);
}

TEST_CASE("a nearer centre brings forward untold cases only where demand is induced") {
  TwoSets year;
  year.set(0, kHer, {120, 60});  // reporting: a quarter, a half
  const LatentCase untold = make_case(1, kInMay, 0.4);
  const SimulatedWorld induced({.induced = InducedDemand::kOn});
  CHECK(count(induced, year, 0, untold).n_unreported == 1);
  CHECK(count(induced, year, 1, untold).n_registered == 1);
  const SimulatedWorld frozen({.induced = InducedDemand::kOff});
  CHECK(count(frozen, year, 0, untold).n_unreported == 1);
  CHECK(count(frozen, year, 1, untold).n_unreported == 1);
  CHECK(count(frozen, year, 1, make_case(1, kInMay, 0.2)).n_registered == 1);
}

TEST_CASE("who would report and finds no way is unreachable") {
  const SimulatedWorld world({.induced = InducedDemand::kOff});
  TwoSets year;
  year.set(0, kHer, {60, -1});
  CHECK(count(world, year, 1, make_case(1, kInMay, 0.2)).n_unreachable == 1);
  CHECK(count(world, year, 1, make_case(1, kInMay, 0.7)).n_unreported == 1);
}

TEST_CASE("arrivals know where they may turn, and how far that is") {
  const SimulatedWorld world;
  TwoSets year;
  year.set(0, kHer, {30, 20});
  YearCases cases(world.get(), half_an_hour_away(), 1);
  const std::vector<LatentCase> drawn = {make_case(7, kInMay, 0.1), make_case(8, kInMay + 1, 0.2)};
  cases.add_year(drawn, {year.roads, year.trips});
  const auto arrivals = cases.arrivals();
  REQUIRE(arrivals.size() == 2);
  CHECK(arrivals[0].key == 7);
  CHECK(arrivals[1].called_at == kInMay + 1);
  for (const CaseArrival& arrival : arrivals) {
    REQUIRE(arrival.options.size() == 2);  // C2, then C1, 90 minutes from it
    CHECK(arrival.options[0].centre == CentreIdx(1));
    CHECK(arrival.options[0].travel_ms == 20 * kMinuteMs);
    CHECK(arrival.options[1].centre == CentreIdx(0));
    CHECK(arrival.options[1].travel_ms == 110 * kMinuteMs);
  }
}

TEST_CASE("cases before the year come on dry roads, count for nothing and are other women") {
  const SimulatedWorld world;
  TwoSets year;
  year.set(0, kHer, {60, 60});
  year.set(1, kHer, {60, 60});
  YearCases cases(world.get(), half_an_hour_away(), 0);
  const std::vector<LatentCase> drawn = {make_case(1, kInMay, 0.1), make_case(2, kInMay + 1, 0.9)};
  cases.add_before(drawn, year.trips.of(kDryState, 0), year.trips.of(kDryState, 0), -kYearMs);
  CHECK(cases.counts().n_need == 0);
  cases.add_year(drawn, {year.roads, year.trips});
  CHECK(cases.counts().n_need == 2);
  const auto arrivals = cases.arrivals();
  REQUIRE(arrivals.size() == 2);
  CHECK(arrivals[0].called_at == kInMay - kYearMs);
  CHECK(arrivals[1].called_at == kInMay);
  // What they need hangs on their keys, and those of a settlement are numbered anew each year.
  CHECK(arrivals[0].key != arrivals[1].key);
}

TEST_CASE("counts of years add up") {
  CaseCounts sum{.n_need = 9, .n_registered = 4, .n_unreported = 3, .n_unreachable = 2};
  sum += sum;
  CHECK(sum.n_need == 18);
  CHECK(sum.n_registered == 8);
  CHECK(sum.n_unreported == 6);
  CHECK(sum.n_unreachable == 4);
}
