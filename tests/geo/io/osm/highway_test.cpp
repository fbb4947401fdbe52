#include "geo/io/osm/highway.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/tag_text.h"

using namespace pahunch;
using test::TagText;

namespace {

/// "class: vehicles", or "not a road", or "left out: reason", or "unknown: tag".
std::string highway(const TagText& text) {
  osm::TagReport report;
  const auto found = find_highway(text.tags(), report);
  if (found) return std::string(found->road_class) + ": " + to_string(found->open_to);
  if (!report.left_out().empty()) return "left out: " + report.left_out().begin()->first;
  if (!report.unknown().empty()) return "unknown: " + report.unknown().begin()->first;
  return "not a road";
}

}  // namespace

TEST_CASE("roads are open to all, tracks to all but buses, paths to those on foot") {
  for (const std::string value : {"trunk", "primary", "secondary", "tertiary", "unclassified",
                                  "residential", "living_street", "service", "road"}) {
    CHECK(highway({"highway=" + value}) == value + ": all");
  }
  CHECK(highway({"highway=track"}) == "track: foot car rescue shared-auto");
  for (const std::string value :
       {"path", "footway", "steps", "pedestrian", "cycleway", "bridleway"}) {
    CHECK(highway({"highway=" + value}) == value + ": foot");
  }
}

TEST_CASE("a link has the class of its road") {
  CHECK(highway({"highway=primary_link"}) == "primary: all");
  CHECK(highway({"highway=motorway_link"}) == "motorway: car rescue bus");
}

TEST_CASE("motorways and motor roads keep walkers and rickshaws off") {
  CHECK(highway({"highway=motorway"}) == "motorway: car rescue bus");
  CHECK(highway({"highway=trunk", "motorroad=yes"}) == "trunk: car rescue bus");
}

TEST_CASE("a bus way is for buses") {
  CHECK(highway({"highway=busway"}) == "busway: rescue bus");
  CHECK(highway({"highway=bus_guideway"}) == "busway: bus");
}

TEST_CASE("a ferry carries those on foot unless a mode key says more") {
  CHECK(highway({"route=ferry"}) == "ferry: foot");
  CHECK(highway({"route=bus"}) == "not a road");
}

TEST_CASE("roads that are not there yet, or no more, are left out and counted") {
  CHECK(highway({"highway=construction", "construction=primary"}) ==
        "left out: highway=construction");
  CHECK(highway({"highway=proposed"}) == "left out: highway=proposed");
  CHECK(highway({"highway=raceway"}) == "left out: highway=raceway");
  CHECK(highway({"highway=primary", "construction=yes"}) == "left out: under construction");
  CHECK(highway({"highway=primary", "construction=minor"}) == "primary: all");
  CHECK(highway({"highway=primary", "construction=no"}) == "primary: all");
  CHECK(highway({"highway=track", "impassable=yes"}) == "left out: impassable");
}

TEST_CASE("what lies beside a road is no road") {
  CHECK(highway({"building=yes"}) == "not a road");
  CHECK(highway({"highway=platform"}) == "not a road");
  CHECK(highway({"highway=rest_area"}) == "not a road");
}

TEST_CASE("an unknown class is reported") {
  CHECK(highway({"highway=boulevard"}) == "unknown: highway=boulevard");
}

TEST_CASE("a square is walked along its edge") {
  CHECK(highway({"highway=service", "area=yes"}) == "service: foot");
  osm::TagReport report;
  const TagText bus_square{"highway=busway", "area=yes"};
  CHECK_FALSE(find_highway(bus_square.tags(), report));
}
