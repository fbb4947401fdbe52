#include "geo/coverage/area_coverage.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/geo/coverage/small_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const Bands kBands = Bands::from_minutes(std::vector<double>{30, 60});

SettlementReach at_minutes(double minutes, std::size_t centre) {
  const TravelTime time = TravelTime::from_minutes(minutes);
  return {.time = time,
          .centre = CentreIdx(centre),
          .status = time <= kBands.largest() ? ReachStatus::kReached : ReachStatus::kBeyond};
}

/// Two districts: three settlements in the first, two in the second.
struct World {
  Dataset dataset =
      make_dataset({{10, 8, 0}, {20, 20, 0}, {5, 0, 0}, {7, 7, 1}, {2, 2, 1}}, {0, 1});
  WomenBySettlement women = count_women(dataset.settlements, PopulationBasis::kAll);
  SetReach reach{std::vector<SettlementReach>{at_minutes(30, 0),
                                              at_minutes(45, 1),
                                              at_minutes(60.001, 0),
                                              {.status = ReachStatus::kCutOff},
                                              {.status = ReachStatus::kOffNetwork}}};
  [[nodiscard]] CoverageView view() const { return {dataset, women, reach, kBands}; }
};

}  // namespace

TEST_CASE("women are counted by band and by class of the ledger") {
  const World world;
  const AreaCoverage all = summarize_all(world.view());
  CHECK(all.n_settlements == 5);
  CHECK(all.total == Women{44, 37});
  CHECK(all.in_band == std::vector<Women>{{10, 8}, {20, 20}, {5, 0}});
  CHECK(all.within(0) == Women{10, 8});
  CHECK(all.within(1) == Women{30, 28});
  CHECK(all.ledger == ReachLedger{{30, 28}, {5, 0}, {}, {7, 7}, {2, 2}});
  CHECK(all.ledger.total() == all.total);
}

TEST_CASE("an hour without service is out of reach, and shown apart") {
  ReachLedger ledger;
  ledger.add(ReachStatus::kNoService, {3, 1});
  ledger.add(ReachStatus::kBeyond, {4, 4});
  CHECK(ledger.no_service == Women{3, 1});
  CHECK(ledger.out_of_reach() == Women{7, 5});
}

TEST_CASE("women whose centre lies in another district are counted") {
  const World world;
  CHECK(summarize_all(world.view()).across_border == Women{20, 20});
}

TEST_CASE("areas add up to the whole at every level") {
  const World world;
  const AreaCoverage all = summarize_all(world.view());
  for (const auto level : {AreaLevel::kDistrict, AreaLevel::kSubdivision, AreaLevel::kBlock}) {
    const LevelCoverage areas = summarize_level(world.view(), level);
    CHECK(areas.areas[AreaIdx(0)].total == Women{35, 28});
    CHECK(areas.areas[AreaIdx(1)].ledger.cut_off == Women{7, 7});
    CHECK(areas.unassigned.n_settlements == 0);
    CHECK_NOTHROW(check_adds_up(areas, all));
  }
}

TEST_CASE("settlements in no area are kept apart, and the sum still holds") {
  World world;
  world.dataset.settlements.settlements[SettlementIdx(0)].block = {};
  const LevelCoverage blocks = summarize_level(world.view(), AreaLevel::kBlock);
  CHECK(blocks.unassigned.total == Women{10, 8});
  CHECK_NOTHROW(check_adds_up(blocks, summarize_all(world.view())));
}

TEST_CASE("one woman lost between areas and whole fails the run") {
  const World world;
  const AreaCoverage all = summarize_all(world.view());
  const LevelCoverage right = summarize_level(world.view(), AreaLevel::kDistrict);

  LevelCoverage wrong = right;
  wrong.areas[AreaIdx(0)].total.all -= 1;
  CHECK_THROWS_AS(check_adds_up(wrong, all), InvariantError);
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the five classes of women do not"));

  wrong = right;
  wrong.areas[AreaIdx(1)].total.all -= 1;
  wrong.areas[AreaIdx(1)].ledger.cut_off.all -= 1;
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the women of the areas do not"));

  wrong = right;
  wrong.unassigned.n_settlements = 1;
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the settlements of the areas"));

  wrong = right;
  wrong.areas[AreaIdx(0)].across_border.all += 1;
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the women across borders"));
}

TEST_CASE("bands that disagree with the classes fail the run") {
  const World world;
  const AreaCoverage all = summarize_all(world.view());
  const LevelCoverage right = summarize_level(world.view(), AreaLevel::kDistrict);

  LevelCoverage wrong = right;
  wrong.areas[AreaIdx(0)].in_band[0].all += 1;
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the women in the bands do not"));

  wrong = right;
  wrong.areas[AreaIdx(0)].in_band[0].all += 1;
  wrong.areas[AreaIdx(0)].in_band[1].all -= 1;
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the bands of the areas do not"));

  wrong = right;
  std::swap(wrong.areas[AreaIdx(1)].ledger.reached, wrong.areas[AreaIdx(1)].ledger.cut_off);
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("bands and classes do not"));

  wrong = right;
  std::swap(wrong.areas[AreaIdx(1)].ledger.cut_off, wrong.areas[AreaIdx(1)].ledger.off_network);
  CHECK_THROWS_WITH(check_adds_up(wrong, all), Catch::Contains("the classes of the areas do not"));
}

TEST_CASE("mean, median and p90 are weighted by women and need no interpolation") {
  const auto minutes = [](double m) { return TravelTime::from_minutes(m); };
  const TimeStats stats =
      compute_time_stats({{minutes(40), 1}, {minutes(10), 8}, {minutes(20), 1}, {minutes(99), 0}});
  CHECK(stats.women == 10);
  CHECK(*stats.mean_min == Approx(14));
  CHECK(*stats.median_min == 10);
  CHECK(*stats.p90_min == 20);
  CHECK(*stats.max_min == 40);
}

TEST_CASE("nobody has no mean") {
  CHECK_FALSE(compute_time_stats({}).mean_min);
  CHECK_FALSE(compute_time_stats({{TravelTime(5), 0}}).median_min);
}
