#include "geo/io/osm/way_rules.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

TEST_CASE("the rules of a way come together") {
  osm::TagReport report;
  const TagText text{"highway=secondary", "oneway=-1",    "surface=asphalt", "bridge=viaduct",
                     "maxspeed=40",       "seasonal=yes", "oneway:bus=no"};
  const auto rules = find_way_rules(text.tags(), report);
  REQUIRE(rules);
  CHECK(rules->road_class == "secondary");
  CHECK(rules->one_way == OneWay::kBackward);
  CHECK(rules->one_way_exempt == VehicleSet{Vehicle::kFoot, Vehicle::kBus});
  CHECK(rules->surface == "paved");
  CHECK(rules->speed_limit_km_h == 40.0);
  CHECK(rules->bridge);
  CHECK(rules->closed_in_monsoon);
  CHECK(rules->access == VehicleSet::all());
}

TEST_CASE("a road closed to all is left out and counted") {
  osm::TagReport report;
  const TagText text{"highway=service", "access=no"};
  CHECK_FALSE(find_way_rules(text.tags(), report));
  CHECK(report.left_out().at("closed to all") == 1);
}

TEST_CASE("an impassable or reversible road is left to walkers") {
  osm::TagReport report;
  const TagText rough{"highway=track", "smoothness=impassable"};
  CHECK(find_way_rules(rough.tags(), report)->access == VehicleSet{Vehicle::kFoot});
  const TagText lane{"highway=primary", "oneway=reversible"};
  CHECK(find_way_rules(lane.tags(), report)->access == VehicleSet{Vehicle::kFoot});
}

TEST_CASE("a ferry has a duration, a road has none") {
  osm::TagReport report;
  const TagText ferry{"route=ferry", "duration=00:20", "motor_vehicle=yes"};
  const auto rules = find_way_rules(ferry.tags(), report);
  REQUIRE(rules);
  CHECK(rules->road_class == "ferry");
  CHECK(rules->duration_s == 1200.0);
  CHECK(rules->access == VehicleSet::all());
  const TagText road{"highway=primary", "duration=00:20"};
  CHECK_FALSE(find_way_rules(road.tags(), report)->duration_s);
}

TEST_CASE("a bridge that is gone is no bridge") {
  osm::TagReport report;
  const TagText none{"highway=path", "bridge=no"}, gone{"highway=path", "bridge=abandoned"};
  CHECK_FALSE(find_way_rules(none.tags(), report)->bridge);
  CHECK_FALSE(find_way_rules(gone.tags(), report)->bridge);
}

TEST_CASE("the report keeps a bounded number of unknown values") {
  osm::TagReport report;
  for (int i = 0; i < 5000; ++i) report.note_unknown("maxspeed", std::to_string(i) + "x");
  CHECK(report.unknown().size() <= 1001);
  CHECK(report.n_unknown() == 5000);
  CHECK(report.unknown().at("(other values)") == 4000);
}
