#include "sim/flood/road_exposure.h"

#include <catch2/catch.hpp>

#include <set>

#include "tests/sim/flood/road_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::size_t count_setting(const RoadExposure& exposure, LinkSetting setting) {
  std::size_t n = 0;
  for (const ExposedLink& link : exposure.links) n += link.setting == setting ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("a link lies in the block of its midpoint") {
  // A to C is mostly in the west, C to E in the east.
  const RoadCase made("\nA----------C.......E\n");
  const RoadExposure exposure = made.expose();
  REQUIRE(exposure.n_blocks() == 2);
  REQUIRE(exposure.in_block(0).size() == 1);
  REQUIRE(exposure.in_block(1).size() == 1);
  CHECK(exposure.classes[exposure.in_block(0)[0].road_class] == "road");
  CHECK(exposure.classes[exposure.in_block(1)[0].road_class] == "track");
  CHECK(exposure.n_links_outside == 0);
}

TEST_CASE("a link beside all blocks lies in the nearest within two kilometres, else in none") {
  RoadCase made("\nA---B\n");
  made.blocks = areas(AreaLevel::kBlock, {"2100 0, 3000 0, 3000 900, 2100 900"});
  CHECK(made.expose().in_block(0).size() == 1);
  made.blocks = areas(AreaLevel::kBlock, {"2300 0, 3000 0, 3000 900, 2300 900"});
  const RoadExposure exposure = made.expose();
  CHECK(exposure.links.empty());
  CHECK(exposure.n_links_outside == 1);
}

TEST_CASE("a road that says so is a bridge, and what meets it an approach") {
  const RoadCase made("\nA---B==C---D---E\n");
  const RoadExposure exposure = made.expose();
  CHECK(exposure.n_bridges == 1);
  CHECK(exposure.n_approaches == 2);
  CHECK(count_setting(exposure, LinkSetting::kBridge) == 1);
  CHECK(count_setting(exposure, LinkSetting::kApproach) == 2);
}

TEST_CASE(
    "a road across a river is a bridge though it does not say so, across a railway it is not") {
  RoadCase made("\nA---B\n");
  made.map.barriers.barriers = {{"river", BarrierKind::kRiver, line("200 -90, 200 90")}};
  CHECK(made.expose().n_bridges == 1);
  made.map.barriers.barriers[0].kind = BarrierKind::kRailway;
  CHECK(made.expose().n_bridges == 0);
}

TEST_CASE("links of one road share its key and differ in their own") {
  // The road from A to E is cut by the one that ends on it at C.
  RoadCase made("\nA---+---E\n    |\n    F\n");
  RoadLayer& roads = made.map.roads;
  for (Road& road : roads.roads) road.id = road.line[0].y_m == road.line[1].y_m ? "main" : "side";
  const RoadExposure exposure = made.expose();
  std::set<std::uint64_t> roads_seen, links_seen;
  for (const ExposedLink& link : exposure.links) {
    roads_seen.insert(link.road_key);
    links_seen.insert(link.link_key);
  }
  CHECK(exposure.links.size() == 3);
  CHECK(roads_seen.size() == 2);
}

TEST_CASE("centres lie in blocks, those beyond them are counted") {
  RoadCase made("\nA---B\n");
  made.add_centre("c1", {1500, -500});
  made.add_centre("c2", {90000, 0});
  const RoadExposure exposure = made.expose();
  REQUIRE(exposure.centres.size() == 1);
  CHECK(exposure.centres[0].block == AreaIdx(1));
  CHECK(exposure.n_centres_outside == 1);
}
