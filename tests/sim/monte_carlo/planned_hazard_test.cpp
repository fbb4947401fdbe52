// What a scenario decides of the roads: closures of its own, and a month that is replayed.
#include "sim/monte_carlo/planned_hazard.h"

#include <catch2/catch.hpp>

#include "sim/monte_carlo/simulate_draw.h"
#include "tests/sim/monte_carlo/result_numbers.h"
#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// The stretch from B to C, with this chance a year.
PreparedClosure close_middle(const SimulatedWorld& world, double probability) {
  const World& in = world.get();
  return prepare_closure({"middle", AlongLine{{{1000, 0}, {1050, 0}}, 1}, probability},
                         in.inputs.network, in.dataset.roads);
}

Theta make_plain(const SimulatedWorld& world, bool dry) {
  Theta theta = world.make_theta();
  theta.operations = make_ample(theta.operations);
  if (dry) theta.flood.dry.fill(true);
  return theta;
}

double mean_served(const DrawResult& result, std::size_t set, std::size_t settlement) {
  return result.sets[set].p_served[SettlementIdx(settlement)].mean();
}

}  // namespace

TEST_CASE("a certain closure holds all year, dry or flooded, and whom it holds back is cut off") {
  SimulatedWorld world;
  world.planned().closures.push_back(close_middle(world, 1));
  const DrawResult dry = simulate_draw(world.get(), make_plain(world, true), {0, 4}, [] {});
  CHECK(mean_served(dry, 0, 2) == 1);
  CHECK(mean_served(dry, 0, 3) == 0);  // reached in 60 minutes without it
  const auto& rural = dry.sets[0].rural;
  CHECK(rural[static_cast<std::size_t>(Standing::kCutOff)].mean() == 2000);
  CHECK(rural[static_cast<std::size_t>(Standing::kOutOfReach)].mean() == 3000);
  const DrawResult wet = simulate_draw(world.get(), make_plain(world, false), {0, 20}, [] {});
  CHECK(mean_served(wet, 0, 3) == 0);
  CHECK(mean_served(wet, 0, 2) > 0);
}

TEST_CASE("a closure with a chance is there in that share of the years, for the whole of each") {
  SimulatedWorld world;
  world.planned().closures.push_back(close_middle(world, 0.4));
  const Theta theta = make_plain(world, true);
  double n_open = 0;
  for (std::uint64_t year = 0; year < 100; ++year) {
    const DrawResult result = simulate_draw(world.get(), theta, {year, 1}, [] {});
    const double served = mean_served(result, 0, 3);
    CHECK((served == 0 || served == 1));
    n_open += served;
  }
  CHECK(n_open / 100 == Approx(0.6).margin(0.15));
}

TEST_CASE("a closure changes no draw of a flood, and one of chance 0 changes nothing") {
  SimulatedWorld world;
  const Theta theta = world.make_theta();
  const auto without = list_numbers(simulate_draw(world.get(), theta, {0, 6}, [] {}).sets);
  world.planned().closures.push_back(close_middle(world, 0));
  CHECK(list_numbers(simulate_draw(world.get(), theta, {0, 6}, [] {}).sets) == without);
  world.planned().closures.back().plan.probability = 1;
  CHECK(list_numbers(simulate_draw(world.get(), theta, {0, 6}, [] {}).sets) != without);
}

TEST_CASE("each year of a replay has the month's floods, and dry roads else") {
  SimulatedWorld world;
  world.planned().replay = FloodReplay{.month = {2021, 8}, .frac = {0.5, 0.9, 0}};
  const Theta theta = world.make_theta();
  const FloodSampler floods(world.get().blocks, world.get().lattice, theta.flood);
  const RoadClosures closures(world.exposure(), theta.road, {1, 2});
  StatePool pool;
  for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
    const YearRoads roads =
        draw_year_roads({floods, closures, world.get().planned}, {1, replicate}, pool);
    CHECK(roads.flooded_frac == theta.flood.flooded_days_frac);
    CHECK(roads.dry == kDryState);
    for (std::size_t month = 0; month < kMonths; ++month) {
      if (month != 7) CHECK(roads.state[month] == kDryState);
    }
    const std::vector<double> frac = {0.5, 0.9, 0};
    CHECK(pool[roads.state[7]] == closures.draw_month(frac, replicate));
  }
  CHECK(pool.size() > 2);  // closures stay random
}

TEST_CASE("with a closure the dry rest of a month is the closure's state, and not roads as ever") {
  SimulatedWorld world;
  world.planned().closures.push_back(close_middle(world, 1));
  world.planned().replay = FloodReplay{.month = {2021, 8}, .frac = {0.9, 0.9, 0.9}};
  Theta theta = world.make_theta();
  const FloodSampler floods(world.get().blocks, world.get().lattice, theta.flood);
  const RoadClosures closures(world.exposure(), theta.road, {1, 2});
  StatePool pool;
  const YearRoads roads = draw_year_roads({floods, closures, world.get().planned}, {1, 0}, pool);
  REQUIRE(roads.dry != kDryState);
  CHECK(pool[roads.dry].links.size() == world.get().planned.closures[0].links.size());
  CHECK(roads.state[0] == roads.dry);
  CHECK(roads.state[7] != roads.dry);
  CHECK(roads.at(0) == roads.dry);
  CHECK(roads.at(roads.flooded_span(7).end) == roads.dry);
  for (const LinkIdx link : world.get().planned.closures[0].links) {
    const auto& changed = pool[roads.state[7]].links;
    const auto found = std::ranges::find(changed, link, &LinkChange::link);
    REQUIRE(found != changed.end());
    CHECK(found->time_x256 == kLinkClosed);
  }
}
