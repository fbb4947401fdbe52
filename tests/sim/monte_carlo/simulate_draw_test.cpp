#include "sim/monte_carlo/simulate_draw.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <stdexcept>

#include "sim/monte_carlo/year_centres.h"
#include "tests/sim/monte_carlo/result_numbers.h"
#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

DrawResult simulate(const SimulatedWorld& world, const Theta& theta, const Replicates& years) {
  return simulate_draw(world.get(), theta, years, [] {});
}

Theta make_dry(Theta theta) {
  theta.flood.dry.fill(true);
  return theta;
}

Theta make_without_limits(Theta theta) {
  theta.operations = make_ample(theta.operations);
  return theta;
}

/// Of a single year, by settlement.
std::vector<double> list_p_served(const SetResult& set) {
  std::vector<double> list;
  for (const RunningMoments& settlement : set.p_served) list.push_back(settlement.mean());
  return list;
}

std::size_t count_needs(const SetResult& set) { return static_cast<std::size_t>(set.need.mean()); }

}  // namespace

TEST_CASE("a draw is a function of its arguments") {
  const SimulatedWorld world, same;
  const Theta theta = world.make_theta();
  const DrawResult first = simulate(world, theta, {3, 6});
  CHECK(list_numbers(simulate(world, theta, {3, 6}).sets) == list_numbers(first.sets));
  CHECK(list_numbers(simulate(same, theta, {3, 6}).sets) == list_numbers(first.sets));
  CHECK(list_numbers(simulate(world, theta, {4, 6}).sets) != list_numbers(first.sets));
  CHECK(first.n_states > 0);
}

TEST_CASE("women without a dry way stand in a simulated year where they stand in the coverage") {
  const SimulatedWorld world({.sets = {{"C1"}, {}}});
  const Theta theta = world.make_theta();
  const auto rural = [](const SetResult& set, Standing standing) {
    return set.rural[static_cast<std::size_t>(standing)].mean();
  };
  const auto sets = simulate(world, theta, {0, 2}).sets;
  CHECK(rural(sets[0], Standing::kOffNetwork) == 500);
  CHECK(rural(sets[1], Standing::kOffNetwork) == 500);
  CHECK(rural(sets[1], Standing::kOutOfReach) == 12000);  // no centre is open to them
}

TEST_CASE("a year does not depend on the years that are simulated beside it") {
  const SimulatedWorld world;
  const Theta theta = world.make_theta();
  const SetResult together = simulate(world, theta, {0, 7}).sets[1];
  RunningMoments registered, served, helped;
  for (std::uint64_t year = 0; year < 7; ++year) {
    const SetResult alone = simulate(world, theta, {year, 1}).sets[1];
    registered.add(alone.registered.mean());
    served.add(alone.p_served[SettlementIdx(2)].mean());
    helped.add(alone.centres[CentreIdx(0)].p_not_helped.mean());
  }
  CHECK(registered.mean() == together.registered.mean());
  CHECK(registered.squares() == together.registered.squares());
  CHECK(served.mean() == together.p_served[SettlementIdx(2)].mean());
  CHECK(served.squares() > 0);
  CHECK(helped.mean() == together.centres[CentreIdx(0)].p_not_helped.mean());
}

TEST_CASE("a far-off irrelevant centre changes no draw of anybody else, wherever its row stands") {
  const SimulatedWorld world;
  const DrawResult without = simulate(world, world.make_theta(), {0, 6});
  for (const std::string id : {"C0", "C9"}) {
    const SimulatedWorld more({.far_off = id});
    const DrawResult with = simulate(more, world.make_theta(), {0, 6});
    for (std::size_t set = 0; set < 2; ++set) {
      CHECK(list_people(with.sets[set]) == list_people(without.sets[set]));
      for (const std::string open : {"C1", "C2"}) {
        CHECK(list_numbers(with.sets[set].centres[more.find_centre(open)]) ==
              list_numbers(without.sets[set].centres[world.find_centre(open)]));
      }
    }
  }
}

TEST_CASE("who keeps her catchment and its load has the same outcome under both sets") {
  const SimulatedWorld world({.sets = {{"C1", "C2"}, {"C1", "C2", "C3"}}});
  Theta theta = world.make_theta();
  theta.operations.shelter.centres_asked = given(1);  // C2 gets fewer cases, and nobody asks there
  const DrawResult result = simulate(world, theta, {0, 10});
  const SetResult &today = result.sets[0], &plan = result.sets[1];
  const CentreIdx c1 = world.find_centre("C1"), c2 = world.find_centre("C2");
  CHECK(list_numbers(plan.centres[c1]) == list_numbers(today.centres[c1]));
  for (const std::size_t unmoved : {0U, 1U, 5U}) {
    const SettlementIdx at(unmoved);
    CHECK(plan.p_served[at].mean() == today.p_served[at].mean());
    CHECK(plan.p_served[at].squares() == today.p_served[at].squares());
  }
  CHECK(today.p_served[SettlementIdx(0)].mean() > 0);
  CHECK(plan.centres[c2].sums.n_cases < today.centres[c2].sums.n_cases);
  CHECK(plan.p_served[SettlementIdx(6)].mean() > 0);
}

TEST_CASE("in a dry year with room for all exactly those within the limit are served") {
  const SimulatedWorld world;
  const Theta theta = make_dry(make_without_limits(world.make_theta()));
  const DrawResult result = simulate(world, theta, {0, 3});
  CHECK(list_p_served(result.sets[0]) == std::vector<double>{1, 1, 1, 1, 0, 0, 0});
  CHECK(list_p_served(result.sets[1]) == std::vector<double>{1, 1, 1, 1, 1, 0, 0});
  for (std::size_t set = 0; set < 2; ++set) {
    const auto& rural = result.sets[set].rural;
    CHECK(rural[0].mean() == (set == 0 ? 9000 : 10'000));
    CHECK(rural[1].mean() == 0);
    CHECK(rural[2].mean() == (set == 0 ? 3000 : 2000));
    CHECK(rural[3].mean() == 0);
    CHECK(rural[4].mean() == 500);
    CHECK(result.sets[set].all[0].mean() == rural[0].mean() + 3000);
  }
  CHECK(result.n_states == 0);
}

TEST_CASE("a shorter limit takes out exactly those beyond it") {
  SimulatedWorld world;
  world.rules().limit = TravelTime::from_minutes(60) + TravelTime(0);
  const Theta theta = make_dry(make_without_limits(world.make_theta()));
  world.rules().limit = TravelTime(world.rules().limit.ms() - 1);
  CHECK(list_p_served(simulate(world, theta, {0, 1}).sets[0]) ==
        std::vector<double>{1, 1, 1, 0, 0, 0, 0});
}

TEST_CASE("floods only take away, and what they take is cut off") {
  const SimulatedWorld world;
  const Theta wet = make_without_limits(world.make_theta());
  const SetResult flooded = simulate(world, wet, {0, 10}).sets[0];
  const SetResult dry = simulate(world, make_dry(wet), {0, 10}).sets[0];
  const auto cut_off = static_cast<std::size_t>(Standing::kCutOff);
  CHECK(flooded.rural[cut_off].mean() > 0);
  CHECK(flooded.rural[0].mean() + flooded.rural[cut_off].mean() == Approx(dry.rural[0].mean()));
  CHECK(flooded.rural[2].mean() == Approx(dry.rural[2].mean()));
  for (const SettlementIdx at : indices(dry.p_served)) {
    CHECK(flooded.p_served[at].mean() <= dry.p_served[at].mean());
  }
}

TEST_CASE("scarce beds and staff turn some away, and more of them fewer") {
  const SimulatedWorld world;
  Theta theta = make_dry(world.make_theta());
  theta.operations.shelter.p_sheltered = given(1);
  double served = 0;
  for (const double beds : {1.0, 3.0, 8.0}) {
    theta.operations.shelter.beds = given(beds);
    const SetResult today = simulate(world, theta, {0, 4}).sets[0];
    CHECK(today.rural[0].mean() > served);
    CHECK(today.rural[1].mean() > 0);
    served = today.rural[0].mean();
  }
}

TEST_CASE("induced demand only adds cases: each year's registered contain those of today") {
  const SimulatedWorld world;
  const Theta theta = world.make_theta();
  double more = 0;
  for (std::uint64_t year = 0; year < 10; ++year) {
    const auto sets = simulate(world, theta, {year, 1}).sets;
    CHECK(count_needs(sets[1]) == count_needs(sets[0]));
    CHECK(sets[1].registered.mean() >= sets[0].registered.mean());
    more += sets[1].registered.mean() - sets[0].registered.mean();
    for (const SetResult& set : sets) {
      CHECK(set.registered.mean() + set.unreported.mean() + set.unreachable.mean() ==
            set.need.mean());
    }
  }
  CHECK(more > 0);
}

TEST_CASE("without induced demand the plan changes who helps, and not who reports") {
  const SimulatedWorld world({.induced = InducedDemand::kOff});
  const DrawResult result = simulate(world, world.make_theta(), {0, 10});
  const SetResult &today = result.sets[0], &plan = result.sets[1];
  CHECK(plan.registered.mean() == today.registered.mean());
  CHECK(plan.registered.squares() == today.registered.squares());
  CHECK(plan.unreported.mean() == today.unreported.mean());
  CHECK(plan.centres[world.find_centre("C2")].sums.n_cases > 0);
  const DrawResult induced = simulate(SimulatedWorld(), world.make_theta(), {0, 10});
  CHECK(list_people(induced.sets[0]) == list_people(today));
}

TEST_CASE("in dry years the registered cases come back on average") {
  const SimulatedWorld world;
  Theta theta = make_dry(world.make_theta());
  theta.demand.district_variance = 0;
  const SetResult today = simulate(world, theta, {0, 40}).sets[0];
  CHECK(today.registered.mean() == Approx(300).margin(5.6 * std::sqrt(300.0 / 40)));
  CHECK(today.unreachable.mean() > 0);  // the need of S5
}

TEST_CASE("centres are at work when the year begins") {
  const SimulatedWorld world;
  const SetResult today = simulate(world, make_dry(world.make_theta()), {0, 4}).sets[0];
  const CentreTally& sums = today.centres[world.find_centre("C1")].sums;
  CHECK(sums.n_open_at_start > 0);
  CHECK(sums.probes.n == 4 * kProbesPerCentre);
  CHECK(static_cast<double>(sums.n_cases) == Approx(4 * today.registered.mean()));
}

TEST_CASE("sets are compared on common draws: their difference varies less than on others") {
  const SimulatedWorld world;
  const DrawResult result = simulate(world, world.make_theta(), {0, 40});
  const PairMoments& pair = result.served_by_first_and[1];
  const double apart = pair.first().variance() + pair.second().variance();
  const double reduction = apart / pair.difference().variance();
  UNSCOPED_INFO("variance reduction by common draws: " << reduction);
  CHECK(reduction > 2);
  CHECK(result.served_by_first_and[0].difference().squares() == 0);
}

TEST_CASE("each year is told, and what the listener throws ends the work") {
  const SimulatedWorld world;
  int n_told = 0;
  simulate_draw(world.get(), world.make_theta(), {0, 5}, [&] { ++n_told; });
  CHECK(n_told == 5);
  const auto stop = [] { throw std::runtime_error("enough"); };
  CHECK_THROWS_WITH(simulate_draw(world.get(), world.make_theta(), {0, 5}, stop), "enough");
}
