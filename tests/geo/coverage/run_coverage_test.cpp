#include "geo/coverage/run_coverage.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/geo/coverage/small_world.h"
#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Two districts with two settlements each; centres 0 and 1 in the first, 2 in the second.
struct World {
  Dataset dataset = make_dataset({{10, 10, 0}, {20, 5, 0}, {40, 40, 1}, {80, 0, 1}}, {0, 0, 1});
  TableModel model{Minutes{{30, 60, 90}, {100, 20, 50}, {45, 90, 110}, {kNever, kNever, 60}}};
  std::vector<CentreSet> sets = {{"baseline", centres({0})}, {"plan", centres({2, 0, 1})}};
  CoverageOptions options = {.bands_min = {30, 60, 120}, .limit_min = 60};

  [[nodiscard]] CoverageResult run() const {
    SilentProgress progress;
    return run_coverage({dataset, model, sets}, options, progress);
  }
};

void check_refused(const World& world, const std::string& message) {
  CHECK_THROWS_AS(world.run(), ConfigError);
  CHECK_THROWS_WITH(world.run(), Catch::Contains(message));
}

}  // namespace

TEST_CASE("two sets side by side, worked by hand") {
  const CoverageResult result = World{}.run();
  REQUIRE(result.sets.size() == 2);
  CHECK(result.sets[0].all.in_band == std::vector<Women>{{10, 10}, {40, 40}, {20, 5}, {}});
  CHECK(result.sets[0].all.ledger == ReachLedger{{70, 55}, {}, {}, {80, 0}, {}});
  CHECK(result.sets[1].all.in_band == std::vector<Women>{{30, 15}, {120, 40}, {}, {}});
  CHECK(result.sets[1].open == centres({0, 1, 2}));
}

TEST_CASE("newly covered and still beyond are against the first set") {
  const CoverageResult result = World{}.run();
  CHECK(result.changes[0].all[1].newly_covered == Women{});
  CHECK(result.changes[1].all[1].newly_covered == Women{100, 5});
  CHECK(result.changes[1].all[0].still_beyond == Women{120, 40});
  CHECK(result.changes[1].blocks.areas[AreaIdx(1)][1].newly_covered == Women{80, 0});
}

TEST_CASE("centres carry their catchment, their marginal gain and their gain alone") {
  const CoverageResult result = World{}.run();
  const auto& c = result.sets[1].centres;
  REQUIRE(c.size() == 3);
  CHECK(c[0].nearest == Women{50, 50});
  CHECK(c[0].marginal == Women{40, 40});
  CHECK(c[1].gain_alone == Women{20, 5});
  CHECK(c[2].gain_alone == Women{100, 5});
  CHECK(c[2].marginal == Women{80, 0});
  CHECK(result.sets[0].centres[0].gain_alone == Women{});
}

TEST_CASE("both assignments are summed, with the women across a border") {
  World world;
  const CoverageResult nearest = world.run();
  CHECK(nearest.sets[1].all.across_border == Women{40, 40});
  CHECK(nearest.sets[1].by_own_district.within(1) == Women{110, 15});
  CHECK(nearest.sets[1].by_nearest.within(1) == nearest.sets[1].all.within(1));

  world.options.assignment = Assignment::kOwnDistrict;
  const CoverageResult own = world.run();
  CHECK(own.sets[1].all.within(1) == Women{110, 15});
  CHECK(own.sets[1].all.across_border == Women{});
  CHECK(own.sets[0].districts.areas[AreaIdx(1)].ledger.beyond == Women{120, 40});
  CHECK(own.sets[1].centres[0].within == Women{10, 10});
}

TEST_CASE("legs are of the trip to the centre that is hers") {
  const CoverageResult result = World{}.run();
  CHECK(result.sets[1].legs[SettlementIdx(1)].total == TravelTime::from_minutes(20));
  CHECK_FALSE(result.sets[0].legs[SettlementIdx(3)].total.reachable());
}

TEST_CASE("equity and accessibility come with each set") {
  const CoverageResult result = World{}.run();
  CHECK(result.sets[0].equity.women == 70);
  CHECK(result.sets[1].access.two_step[SettlementIdx(3)] == Approx(100'000.0 / 100));
}

TEST_CASE("women of 15 and more can be counted instead") {
  World world;
  world.dataset.settlements.has_women_15plus = true;
  for (Settlement& s : world.dataset.settlements.settlements) s.women_15plus = 1;
  world.options.population = PopulationBasis::k15Plus;
  CHECK(world.run().sets[1].all.within(1) == Women{4, 0});
}

TEST_CASE("no centres, no coverage") {
  World world;
  world.sets = {{"none", {}}};
  const SetCoverage set = world.run().sets[0];
  CHECK(set.all.ledger == ReachLedger{{}, {150, 55}, {}, {}, {}});
  CHECK(set.all.times.women == 0);
  CHECK(set.centres.empty());
  CHECK(set.hot_spots.left_out.size() == 2);
}

TEST_CASE("a dataset without settlements is nobody") {
  const Dataset dataset = make_dataset({}, {0, 0});
  const TableModel model(Minutes{}, 2);
  const std::vector<CentreSet> sets = {{"both", centres({0, 1})}};
  SilentProgress progress;
  const CoverageResult result = run_coverage({dataset, model, sets}, {}, progress);
  CHECK(result.sets[0].all.total == Women{});
  CHECK(result.sets[0].centres[1].within == Women{});
}

TEST_CASE("options and sets that cannot be are refused") {
  World world;
  world.sets = {};
  check_refused(world, "there is no set of centres");
  world.sets = {{"", centres({0})}};
  check_refused(world, "a set of centres has no name");
  world.sets = {{"a", centres({0})}, {"a", centres({1})}};
  check_refused(world, "two sets of centres are named \"a\"");
  world.sets = {{"a", centres({1, 1})}};
  check_refused(world, "centre \"c1\" is opened twice");
  world.sets = {{"a", centres({0})}};
  world.options.limit_min = 121;
  check_refused(world, "the limit of 121 minutes is not within the bands");
  world.options.limit_min = 0;
  check_refused(world, "the limit of 0 minutes is not within the bands");
}

TEST_CASE("legs that are not the travel time fail the run") {
  World world;
  world.model.wrong_legs = true;
  CHECK_THROWS_AS(world.run(), InvariantError);
  CHECK_THROWS_WITH(world.run(), Catch::Contains("the legs of a trip are not its travel time"));
}
