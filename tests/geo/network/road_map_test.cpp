// The drawn maps of the other tests mean what they should.
#include "tests/support/road_map.h"

#include <catch2/catch.hpp>

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a drawn stretch is a road from letter to letter") {
  const RoadMap map = parse_road_map("A--B\n|\nC");
  REQUIRE(map.roads.roads.size() == 2);
  CHECK(map.roads.roads[RoadIdx(0)].line == Polyline{{0, 0}, {300, 0}});
  CHECK(map.roads.roads[RoadIdx(1)].line == Polyline{{0, 0}, {0, -200}});
  CHECK(map.at.at('B') == Xy{300, 0});
}

TEST_CASE("signs give one-ways, tracks and bridges") {
  const RoadMap map = parse_road_map("A>B<C.D=E");
  CHECK(map.roads.roads[RoadIdx(0)].one_way == OneWay::kForward);
  CHECK(map.roads.roads[RoadIdx(1)].one_way == OneWay::kBackward);
  CHECK(map.roads.roads[RoadIdx(2)].road_class == "track");
  CHECK(map.roads.roads[RoadIdx(3)].bridge);
  const RoadMap down = parse_road_map("A\nv\nB\n^\nC");
  CHECK(down.roads.roads[RoadIdx(0)].one_way == OneWay::kForward);
  CHECK(down.roads.roads[RoadIdx(1)].one_way == OneWay::kBackward);
}

TEST_CASE("a barrier goes on under a bridge") {
  const RoadMap map = parse_road_map(" A\n~\"~\n B");
  REQUIRE(map.barriers.barriers.size() == 1);
  CHECK(map.barriers.barriers.front().line == Polyline{{0, -100}, {200, -100}});
}

TEST_CASE("a stretch that ends nowhere is a mistake in the drawing") {
  CHECK_THROWS_AS(parse_road_map("A-- B"), std::invalid_argument);
}
