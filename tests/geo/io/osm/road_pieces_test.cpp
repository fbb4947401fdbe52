#include "geo/io/osm/road_pieces.h"

#include <catch2/catch.hpp>

#include "geo/io/osm/make_road_layer.h"
#include "tests/geo/io/osm/osm_text.h"

using namespace pahunch;
using test::OsmText;

namespace {

/// Five nodes 100.7 m apart on a parallel; node 3 as given.
OsmText street(OsmText::Pairs third = {}) {
  OsmText text;
  for (long id = 1; id <= 5; ++id) {
    text.node(id, 85.0 + 0.001 * static_cast<double>(id), 25, id == 3 ? third : OsmText::Pairs{});
  }
  text.way(10, {1, 2, 3, 4, 5}, {"highway=primary"});
  return text;
}

std::vector<osm::RoadPiece> pieces(const osm::RoadData& data,
                                   const std::vector<bool>& inside = {}) {
  return osm::PieceMaker(data, inside).make(data.ways.front());
}

double length_m(const std::vector<osm::RoadPiece>& pieces) {
  double total = 0;
  for (const auto& piece : pieces) total += osm::get_length_m(piece.line);
  return total;
}

}  // namespace

TEST_CASE("a way with nothing on it is one piece") {
  const auto found = pieces(street().read());
  REQUIRE(found.size() == 1);
  CHECK(found[0].line.size() == 5);
  CHECK(found[0].access == VehicleSet::all());
}

TEST_CASE("a barrier becomes a short piece for those who pass it") {
  const auto data = street({"barrier=bollard"}).read();
  const auto found = pieces(data);
  REQUIRE(found.size() == 3);
  CHECK(found[0].line.back() == found[1].line.front());
  CHECK(found[1].line.back() == found[2].line.front());
  CHECK(found[0].access == VehicleSet::all());
  CHECK(found[1].access == VehicleSet{Vehicle::kFoot});
  CHECK(found[2].access == VehicleSet::all());
  CHECK(osm::get_length_m(found[1].line) == Approx(2 * osm::kStubM).margin(0.03));
  CHECK(length_m(found) == Approx(length_m(pieces(street().read()))).margin(0.001));
}

TEST_CASE("a wall leaves a gap, a ford closes in the monsoon") {
  CHECK(pieces(street({"barrier=wall"}).read()).size() == 2);
  const auto ford = pieces(street({"ford=yes"}).read());
  REQUIRE(ford.size() == 3);
  CHECK(ford[1].closed_in_monsoon);
  CHECK_FALSE(ford[0].closed_in_monsoon);
  CHECK(ford[1].access == VehicleSet::all());
}

TEST_CASE("a barrier at the end of a way closes its end") {
  OsmText text;
  text.node(1, 85, 25, {"barrier=bollard"}).node(2, 85.001, 25).node(3, 85.002, 25);
  text.way(10, {1, 2, 3}, {"highway=primary"});
  const auto found = pieces(text.read());
  REQUIRE(found.size() == 2);
  CHECK(found[0].access == VehicleSet{Vehicle::kFoot});
  CHECK(found[0].line.size() == 2);
  CHECK(found[1].access == VehicleSet::all());
}

TEST_CASE("barriers a step apart do not overlap") {
  OsmText text;
  text.node(1, 85, 25).node(2, 85.001, 25, {"barrier=bollard"});
  text.node(3, 85.001005, 25, {"barrier=bollard"}).node(4, 85.002, 25);
  text.way(10, {1, 2, 3, 4}, {"highway=primary"});
  const auto found = pieces(text.read());
  REQUIRE(found.size() == 5);
  CHECK(found[2].access == VehicleSet::all());
  for (std::size_t i = 1; i < found.size(); ++i) {
    CHECK(found[i - 1].line.back() == found[i].line.front());
  }
}

TEST_CASE("barriers that touch leave nothing between them open") {
  OsmText text;
  text.node(1, 85, 25).node(2, 85.001, 25, {"barrier=bollard"});
  text.node(3, 85.0010001, 25, {"barrier=bollard"}).node(4, 85.002, 25);
  text.way(10, {1, 2, 3, 4}, {"highway=primary"});
  const auto found = pieces(text.read());
  REQUIRE(found.size() >= 3);
  for (std::size_t i = 1; i + 1 < found.size(); ++i) {
    CHECK(found[i].access == VehicleSet{Vehicle::kFoot});
  }
}

TEST_CASE("a missing node cuts the way in two") {
  OsmText text = street();
  text.way(11, {1, 2, 99, 4, 5}, {"highway=track"});
  const auto data = text.read();
  const std::vector<bool> everywhere;
  osm::PieceMaker maker(data, everywhere);
  CHECK(maker.make(data.ways[1]).size() == 2);
}

TEST_CASE("at the study area segments with an end inside are kept whole") {
  const auto data = street().read();
  const auto found = pieces(data, {false, false, true, false, false});
  REQUIRE(found.size() == 1);
  CHECK(found[0].line.size() == 3);
  CHECK(pieces(data, std::vector<bool>(5, false)).empty());
  CHECK(pieces(data, {true, false, false, true, false}).size() == 2);
}

TEST_CASE("a place given twice in a row is kept once") {
  OsmText text = street();
  text.way(11, {1, 1, 2}, {"highway=track"}).way(12, {1, 1}, {"highway=track"});
  const auto data = text.read();
  const std::vector<bool> everywhere;
  osm::PieceMaker maker(data, everywhere);
  CHECK(maker.make(data.ways[1]).front().line.size() == 2);
  CHECK(maker.make(data.ways[2]).empty());
}

TEST_CASE("the road layer has what the ways say, in metres") {
  OsmText text = street({"barrier=gate"});
  text.way(11, {1, 5}, {"route=ferry", "duration=00:10", "foot=yes"});
  text.way(12, {5, 1}, {"highway=tertiary", "oneway=yes", "maxspeed=30", "surface=dirt"});
  const auto layer = make_road_layer(text.read(), {}, Projection("EPSG:32645"));
  REQUIRE(layer.roads.size() == 3);
  CHECK(layer.noding.end_tolerance_m == 0);
  const Road& street_road = layer.roads[RoadIdx(0)];
  CHECK(street_road.id == "10");
  CHECK(street_road.segment_m.size() == 4);
  CHECK(street_road.segment_m[0] == Approx(100.950).margin(0.01));
  const Road& ferry = layer.roads[RoadIdx(1)];
  CHECK(*ferry.speed_km_h == Approx(403.67 * 6 / 1000).margin(0.01));
  const Road& lane = layer.roads[RoadIdx(2)];
  CHECK(lane.one_way == OneWay::kForward);
  CHECK(lane.speed_limit_km_h == 30.0);
  CHECK(lane.surface == "unpaved");
  CHECK(lane.line.front() == street_road.line.back());
}
