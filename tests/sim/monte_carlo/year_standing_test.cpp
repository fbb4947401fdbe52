#include "sim/monte_carlo/year_standing.h"

#include <catch2/catch.hpp>

#include "tests/support/random_roads.h"
#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

TravelTime minutes(double value) { return TravelTime::from_minutes(value); }

/// A year whose trips are given, with as many states as are asked for.
struct GivenYear {
  explicit GivenYear(const World& in, std::size_t n_states)
      : world(in), trips(n_states, 1), p_not_helped(in.inputs.sites.size(), 0) {
    service.places = IdxVector<PlaceIdx, PlaceState>(in.women.size(), PlaceState::kOffNetwork);
    roads.state.fill(kDryState);
    for (std::size_t state = 0; state < n_states; ++state) {
      trips.of(StateIdx(state), 0) = Trips(in.women.size());
    }
  }
  void set(std::size_t state, SettlementIdx at, TravelTime time, std::size_t site = 0) {
    trips.of(StateIdx(state), 0)[at] = {time, time.reachable() ? SiteIdx(site) : SiteIdx()};
  }
  [[nodiscard]] Standings find() const {
    return find_standings({world, {roads, trips}, p_not_helped, service, 0});
  }
  const World& world;
  YearRoads roads;
  StateTrips trips;
  IdxVector<SiteIdx, double> p_not_helped;
  RoadService service;
};

/// Any states in any months, any times, and shares that are turned away.
void fill_at_random(Dice& dice, std::size_t n_states, GivenYear& year) {
  year.roads.flooded_frac = dice.between(0, 1);
  for (StateIdx& state : year.roads.state) state = StateIdx(dice.below(n_states));
  for (double& p : year.p_not_helped) p = dice.one_in(3) ? 0 : dice.between(0, 1);
  for (const SettlementIdx at : indices(year.world.women)) {
    const bool off_network = dice.one_in(4);
    for (std::size_t state = 0; state < n_states; ++state) {
      const bool away = off_network || dice.one_in(4);
      year.set(state, at, away ? TravelTime::unreachable() : minutes(dice.between(0, 120)),
               dice.below(year.p_not_helped.size()));
    }
  }
}

using Shares = std::array<long double, kNStandings>;

void add_part(const GivenYear& year, const Trip& dry, const Trip& trip, long double part,
              Shares& shares) {
  const auto add = [&](Standing standing, long double share) {
    shares[static_cast<std::size_t>(standing)] += part * share / 12;
  };
  const TravelTime limit = year.world.rules.limit;
  if (!dry.time.reachable()) return add(Standing::kOffNetwork, 1);
  if (trip.time.reachable() && trip.time.ms() <= limit.ms()) {
    add(Standing::kFull, static_cast<long double>(year.p_not_helped[trip.site]));
    return add(Standing::kServed, 1 - static_cast<long double>(year.p_not_helped[trip.site]));
  }
  const bool in_reach_when_dry = dry.time.ms() <= limit.ms();
  add(in_reach_when_dry ? Standing::kCutOff : Standing::kOutOfReach, 1);
}

/// Slow: month by month, the flooded part and the rest.
Shares walk_months(const GivenYear& year, SettlementIdx at) {
  Shares shares{};
  const Trip& dry = year.trips.of(StateIdx(0), 0)[at];
  for (const StateIdx state : year.roads.state) {
    const auto flooded = static_cast<long double>(year.roads.flooded_frac);
    add_part(year, dry, year.trips.of(state, 0)[at], flooded, shares);
    add_part(year, dry, dry, 1 - flooded, shares);
  }
  return shares;
}

void check_ledger(const GivenYear& year, const Ledger& ledger, Persons Women::*which) {
  std::array<long double, kNStandings> expected{};
  std::int64_t total = 0;
  for (const SettlementIdx at : indices(year.world.women)) {
    const std::int64_t whole = year.world.women[at].*which * kWomanMonth * kMonthsInYear;
    const Shares shares = walk_months(year, at);
    for (std::size_t i = 0; i < kNStandings; ++i) {
      expected[i] += shares[i] * static_cast<long double>(whole);
    }
    total += whole;
  }
  CHECK(ledger.total() == total);
  for (std::size_t i = 0; i < kNStandings; ++i) {
    // At most 3 thousandths of a woman-month a settlement by rounding.
    CHECK(std::abs(static_cast<double>(ledger.thousandths[i]) - static_cast<double>(expected[i])) <=
          3.0 * static_cast<double>(year.world.women.size()));
    CHECK(ledger.thousandths[i] >= 0);
  }
}

constexpr SettlementIdx kFirst{0};  // 3000 women, all of them rural

Ledger find_first_ledger(GivenYear& year) {
  Ledger ledger = year.find().by_block[AreaIdx(0)].all;
  // The block's other settlement, S1, is off the network.
  ledger[Standing::kOffNetwork] -= 4000 * kWomanMonth * kMonthsInYear;
  return ledger;
}

}  // namespace

TEST_CASE("standings agree with a walk through the months, and add up exactly") {
  const SimulatedWorld world;
  Dice dice(12);
  for (int i = 0; i < 200; ++i) {
    const std::size_t n_states = 1 + dice.below(5);
    GivenYear year(world.get(), n_states);
    fill_at_random(dice, n_states, year);
    const Standings found = year.find();
    check_ledger(year, found.total.all, &Women::all);
    check_ledger(year, found.total.rural, &Women::rural);
    for (const SettlementIdx at : indices(found.p_served)) {
      CHECK(found.p_served[at] ==
            Approx(static_cast<double>(walk_months(year, at)[0])).margin(1e-12));
      CHECK((found.p_served[at] >= 0 && found.p_served[at] <= 1));
    }
  }
}

TEST_CASE("within another limit a woman is served as if it were the limit of the rules") {
  SimulatedWorld world;
  Dice dice(31);
  const std::vector<TravelTime> limits = {minutes(20), minutes(45), minutes(90)};
  for (int i = 0; i < 50; ++i) {
    GivenYear year(world.get(), 4);
    fill_at_random(dice, 4, year);
    world.rules() = {.limit = minutes(60), .other_limits = limits};
    const Standings found = year.find();
    REQUIRE(found.p_within.size() == 3);
    for (std::size_t limit = 0; limit < limits.size(); ++limit) {
      world.rules() = {.limit = limits[limit]};
      CHECK(found.p_within[limit].raw() == year.find().p_served.raw());
    }
  }
}

TEST_CASE("a month that a flood splits holds no more than a whole one, whatever the part") {
  // Sums of parts such as 0.1 + 0.9 must not pass the whole by a rounding error.
  const SimulatedWorld world;
  GivenYear year(world.get(), 2);
  year.roads.state.fill(StateIdx(1));
  for (std::size_t state : {0U, 1U}) {
    for (const SettlementIdx at : indices(year.world.women)) year.set(state, at, minutes(10));
  }
  for (int i = 0; i <= 1000; ++i) {
    year.roads.flooded_frac = i / 1000.0;
    const Standings found = year.find();
    CHECK(found.p_served[kFirst] <= 1);
    CHECK(found.p_served[kFirst] == Approx(1).epsilon(1e-14));
    CHECK(found.total.all[Standing::kServed] == found.total.all.total());
  }
}

TEST_CASE("blocks add up to the total, but for settlements in none") {
  const SimulatedWorld world;
  Dice dice(3);
  GivenYear year(world.get(), 3);
  fill_at_random(dice, 3, year);
  const Standings found = year.find();
  LedgerPair sum;
  for (const LedgerPair& block : found.by_block) sum += block;
  CHECK(sum.all == found.total.all);
  CHECK(sum.rural == found.total.rural);
  CHECK(found.by_block[AreaIdx(2)].all.total() == 500 * kWomanMonth * kMonthsInYear);
}

TEST_CASE("the five classes worked by hand") {
  const SimulatedWorld world;
  GivenYear year(world.get(), 2);
  year.roads.state[7] = StateIdx(1);
  year.roads.flooded_frac = 0.5;
  year.p_not_helped[SiteIdx(0)] = 0.25;
  constexpr std::int64_t kMonth = 3000 * kWomanMonth;
  SECTION("served and full: a quarter is turned away") {
    year.set(0, kFirst, minutes(60));
    year.set(1, kFirst, minutes(60));
    CHECK(find_first_ledger(year) == Ledger{{9 * kMonth, 3 * kMonth, 0, 0, 0}});
    CHECK(year.find().p_served[kFirst] == 0.75);
  }
  SECTION("out of reach by a millisecond, flood or none") {
    year.set(0, kFirst, minutes(60) + TravelTime(1));
    year.set(1, kFirst, TravelTime::unreachable());
    CHECK(find_first_ledger(year) == Ledger{{0, 0, 12 * kMonth, 0, 0}});
  }
  SECTION("cut off for half of August") {
    year.set(0, kFirst, minutes(59));
    year.set(1, kFirst, minutes(61));
    CHECK(find_first_ledger(year) == Ledger{{kMonth * 69 / 8, kMonth * 23 / 8, 0, kMonth / 2, 0}});
    CHECK(year.find().p_served[kFirst] == Approx(0.75 * 11.5 / 12));
  }
  SECTION("off the network") {
    CHECK(find_first_ledger(year) == Ledger{{0, 0, 0, 0, 12 * kMonth}});
    CHECK(year.find().p_served[kFirst] == 0);
  }
}

TEST_CASE("whom no dry road leads to a centre stands as in the coverage") {
  const auto all_year = [](GivenYear& year, PlaceState state) {
    year.service.places[PlaceIdx(0)] = state;
    year.set(1, kFirst, minutes(10));  // by a way that a flood cannot open
    year.roads.state[7] = StateIdx(1);
    const Ledger ledger = find_first_ledger(year);
    const auto whole = std::ranges::find(ledger.thousandths, 12 * 3000 * kWomanMonth);
    REQUIRE(whole != ledger.thousandths.end());
    return static_cast<Standing>(whole - ledger.thousandths.begin());
  };
  const SimulatedWorld world, none_open({.sets = {{}}});
  GivenYear year(world.get(), 2), without_centre(none_open.get(), 2);
  CHECK(all_year(year, PlaceState::kOffNetwork) == Standing::kOffNetwork);
  CHECK(all_year(year, PlaceState::kClosed) == Standing::kCutOff);
  CHECK(all_year(year, PlaceState::kAttached) == Standing::kCutOff);
  year.service.out_of_service = true;
  CHECK(all_year(year, PlaceState::kAttached) == Standing::kOutOfReach);
  CHECK(all_year(without_centre, PlaceState::kAttached) == Standing::kOutOfReach);
  CHECK(all_year(without_centre, PlaceState::kOffNetwork) == Standing::kOffNetwork);
}

TEST_CASE("a flood that sends her to another centre counts with that one's load") {
  const SimulatedWorld world;
  GivenYear year(world.get(), 2);
  year.roads.state.fill(StateIdx(1));
  year.roads.flooded_frac = 0.5;
  year.p_not_helped[SiteIdx(1)] = 1;
  year.set(0, kFirst, minutes(10), 0);
  year.set(1, kFirst, minutes(40), 1);
  constexpr std::int64_t kMonth = 3000 * kWomanMonth;
  CHECK(find_first_ledger(year) == Ledger{{6 * kMonth, 6 * kMonth, 0, 0, 0}});
}
