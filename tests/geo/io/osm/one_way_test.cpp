#include "geo/io/osm/one_way.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

namespace {

osm::WayDirection direction(const TagText& text) {
  osm::TagReport report;
  return find_direction(text.tags(), report);
}
OneWay one_way(const TagText& text) { return direction(text).one_way; }
std::string exempt(const TagText& text) { return to_string(direction(text).exempt); }

}  // namespace

TEST_CASE("oneway runs with the way, against it, or not at all") {
  for (const std::string value : {"yes", "true", "1"}) {
    CHECK(one_way({"oneway=" + value}) == OneWay::kForward);
  }
  for (const std::string value : {"-1", "reverse"}) {
    CHECK(one_way({"oneway=" + value}) == OneWay::kBackward);
  }
  for (const std::string value : {"no", "false", "0", "alternating"}) {
    CHECK(one_way({"oneway=" + value}) == OneWay::kNo);
  }
  CHECK(one_way({"highway=primary"}) == OneWay::kNo);
}

TEST_CASE("roundabouts and motorways are one-way unless they say otherwise") {
  CHECK(one_way({"junction=roundabout"}) == OneWay::kForward);
  CHECK(one_way({"junction=circular"}) == OneWay::kForward);
  CHECK(one_way({"junction=roundabout", "oneway=no"}) == OneWay::kNo);
  CHECK(one_way({"junction=roundabout", "oneway=-1"}) == OneWay::kBackward);
  CHECK(one_way({"highway=motorway"}) == OneWay::kForward);
  CHECK(one_way({"highway=motorway", "oneway=no"}) == OneWay::kNo);
  CHECK(one_way({"highway=motorway_link"}) == OneWay::kNo);
  CHECK(one_way({"junction=yes"}) == OneWay::kNo);
}

TEST_CASE("reversible lanes are closed to vehicles") {
  CHECK(direction({"oneway=reversible"}).open_to == VehicleSet{Vehicle::kFoot});
  CHECK(direction({"oneway=yes"}).open_to == VehicleSet::all());
}

TEST_CASE("walkers are always exempt, others where a key says so") {
  CHECK(exempt({"oneway=yes"}) == "foot");
  CHECK(exempt({"oneway=yes", "oneway:bus=no"}) == "foot bus");
  CHECK(exempt({"oneway=yes", "oneway:psv=no"}) == "foot shared-auto bus");
  CHECK(exempt({"oneway=yes", "busway=opposite_lane"}) == "foot bus");
  CHECK(exempt({"oneway=-1", "oneway:emergency=no"}) == "foot rescue");
  CHECK(exempt({"oneway=yes", "oneway:bicycle=no"}) == "foot");
}

TEST_CASE("a key for motor vehicles goes before oneway itself") {
  CHECK(one_way({"oneway=no", "oneway:motor_vehicle=yes"}) == OneWay::kForward);
  CHECK(one_way({"oneway=yes", "oneway:motor_vehicle=no"}) == OneWay::kNo);
}

TEST_CASE("access closed in one direction is a one-way street") {
  CHECK(one_way({"motor_vehicle:backward=no"}) == OneWay::kForward);
  CHECK(one_way({"vehicle:forward=no"}) == OneWay::kBackward);
  CHECK(one_way({"maxspeed:forward=30"}) == OneWay::kNo);
  CHECK(one_way({"access:forward=no", "access:backward=no"}) == OneWay::kNo);
}

TEST_CASE("an unknown oneway is reported and counts as absent") {
  osm::TagReport report;
  const TagText text{"junction=roundabout", "oneway=maybe"};
  CHECK(find_direction(text.tags(), report).one_way == OneWay::kForward);
  CHECK(report.unknown().contains("oneway=maybe"));
}
