#include "geo/coverage/coverage_change.h"

#include <catch2/catch.hpp>

#include "tests/geo/coverage/small_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const Bands kBands = Bands::from_minutes(std::vector<double>{30, 60});

SettlementReach at_minutes(double minutes) {
  return {.time = TravelTime::from_minutes(minutes),
          .centre = CentreIdx(0),
          .status = ReachStatus::kReached};
}

const SettlementReach kNowhere{.status = ReachStatus::kOffNetwork};

}  // namespace

TEST_CASE("gained, lost, kept and still uncovered women are told apart at each limit") {
  const Dataset dataset = make_dataset({{1, 1, 0}, {2, 1, 0}, {4, 0, 1}, {8, 8, 1}}, {0});
  const WomenBySettlement women = count_women(dataset.settlements, PopulationBasis::kAll);
  const SetReach before({at_minutes(20), at_minutes(50), at_minutes(30), kNowhere});
  const SetReach after({at_minutes(20), at_minutes(30), at_minutes(31), kNowhere});
  const CoverageView later{dataset, women, after, kBands};

  const AreaChange all = compare_all(before, later);
  REQUIRE(all.size() == 2);
  CHECK(all[0] == LimitChange{{1, 1}, {2, 1}, {4, 0}, {8, 8}});
  CHECK(all[1] == LimitChange{{7, 2}, {}, {}, {8, 8}});
  CHECK(all[0].total() == Women{15, 10});

  const LevelChange districts = compare_level(before, later, AreaLevel::kDistrict);
  CHECK(districts.areas[AreaIdx(0)][0].newly_covered == Women{2, 1});
  CHECK(districts.areas[AreaIdx(1)][0].lost == Women{4, 0});
  CHECK(districts.unassigned[0].total() == Women{});
}

TEST_CASE("time saved needs a time on both sides") {
  CHECK(find_saved_ms(at_minutes(2), at_minutes(1)) == 60'000);
  CHECK(find_saved_ms(at_minutes(1), at_minutes(2)) == -60'000);
  CHECK_FALSE(find_saved_ms(kNowhere, at_minutes(1)));
  CHECK_FALSE(find_saved_ms(at_minutes(1), kNowhere));
}
