#include "geo/coverage/reach_lists.h"

#include <catch2/catch.hpp>

#include "tests/geo/coverage/small_world.h"
#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

SettlementTime pair_of(std::size_t settlement, double minutes) {
  return {SettlementIdx(settlement), TravelTime::from_minutes(minutes)};
}

}  // namespace

TEST_CASE("only pairs within the limit are kept, for the centres asked for") {
  const TableModel model(Minutes{{60, 1, 5}, {60.001, 2, 5}, {kNever, 3, 5}});
  SilentProgress progress;
  const ReachLists lists =
      collect_reach_lists(model, centres({0, 2}), TravelTime::from_minutes(60), progress);
  REQUIRE(lists.size() == 3);
  CHECK(lists[CentreIdx(0)] == std::vector{pair_of(0, 60)});
  CHECK(lists[CentreIdx(1)].empty());
  CHECK(lists[CentreIdx(2)] == std::vector{pair_of(0, 5), pair_of(1, 5), pair_of(2, 5)});
}

TEST_CASE("pairs across districts are dropped, but for a settlement without a district") {
  Dataset dataset = make_dataset({{1, 1, 0}, {1, 1, 1}, {1, 1, 1}}, {0});
  dataset.settlements.settlements[SettlementIdx(2)].district = {};
  const ReachLists all(
      std::vector<std::vector<SettlementTime>>{{pair_of(0, 1), pair_of(1, 2), pair_of(2, 3)}});
  const ReachLists own = keep_own_district(all, dataset);
  CHECK(own[CentreIdx(0)] == std::vector{pair_of(0, 1), pair_of(2, 3)});
}
