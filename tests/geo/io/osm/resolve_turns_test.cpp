#include "geo/io/osm/resolve_turns.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/osm/osm_text.h"

using namespace pahunch;
using test::OsmText;

namespace {

/// Roads 10, 11, 12 begin or end at node 2, which road 13 passes and the one-way 14 too.
///
///          4
///          |12      13: 5-2-6, 14: 7>2>8
///   1--10--2--11--3
OsmText crossing() {
  OsmText text;
  text.node(1, 85.000, 25).node(2, 85.001, 25).node(3, 85.002, 25).node(4, 85.001, 25.001);
  text.node(5, 85.000, 25.001).node(6, 85.002, 24.999).node(7, 85.000, 24.999);
  text.node(8, 85.002, 25.001);
  text.way(10, {1, 2}, {"highway=primary"}).way(11, {2, 3}, {"highway=primary"});
  text.way(12, {4, 2}, {"highway=service"}).way(13, {5, 2, 6}, {"highway=service"});
  text.way(14, {7, 2, 8}, {"highway=service", "oneway=yes"});
  return text;
}

osm::ResolvedTurns resolve(const OsmText& text) { return osm::resolve_turns(text.read(), {}); }

/// The reason for which the only restriction of a map is not honoured; "" when it is.
std::string refusal(const OsmText& text) {
  const auto turns = resolve(text);
  REQUIRE(turns.n_honoured + turns.n_refused() == 1);
  CHECK(turns.rows.empty() == (turns.n_honoured == 0));
  return turns.refused.empty() ? "" : turns.refused.begin()->first;
}

std::string refusal(long from, long via, long to) {
  return refusal(
      crossing().turn(20, from, via, to, {"type=restriction", "restriction=no_left_turn"}));
}

}  // namespace

TEST_CASE("a restriction becomes a row with its ways, place and kind") {
  const auto turns =
      resolve(crossing().turn(20, 10, 2, 12, {"type=restriction", "restriction:bus=no_left_turn"}));
  REQUIRE(turns.rows.size() == 1);
  CHECK(turns.n_honoured == 1);
  CHECK(turns.rows[0].from_way == 10);
  CHECK(turns.rows[0].to_way == 12);
  CHECK(turns.rows[0].at == osm::Position{850010000, 250000000});
  CHECK(turns.rows[0].kind == "no_left_turn");
  CHECK(turns.rows[0].vehicles == VehicleSet{Vehicle::kBus});
}

TEST_CASE("a U-turn has the same way twice") {
  const auto turns =
      resolve(crossing().turn(20, 10, 2, 10, {"type=restriction", "restriction=no_u_turn"}));
  REQUIRE(turns.rows.size() == 1);
  CHECK(turns.rows[0].from_way == turns.rows[0].to_way);
}

TEST_CASE("no entry from several ways is a row for each") {
  const auto turns = resolve(crossing().relation(
      20, {{"way", 10, "from"}, {"way", 11, "from"}, {"node", 2, "via"}, {"way", 12, "to"}},
      {"type=restriction", "restriction=no_entry"}));
  CHECK(turns.n_honoured == 1);
  CHECK(turns.rows.size() == 2);
}

TEST_CASE("what the map does not tell is not honoured, with a reason") {
  CHECK(refusal(10, 2, 12).empty());
  CHECK(refusal(10, 2, 99) == "a member is no road of the file");
  CHECK(refusal(99, 2, 12) == "a member is no road of the file");
  CHECK(refusal(10, 99, 12) == "its node is on no road");
  CHECK(refusal(10, 3, 11) == "its roads do not meet");
  CHECK(refusal(13, 2, 12) == "a road goes on through its node");
  CHECK(refusal(10, 2, 13) == "a road goes on through its node");
  CHECK(refusal(
            crossing().relation(20, {{"way", 10, "from"}, {"way", 11, "via"}, {"way", 12, "to"}},
                                {"type=restriction", "restriction=no_left_turn"})) == "over a way");
  CHECK(refusal(crossing().turn(
            20, 10, 2, 12, {"type=restriction", "restriction:conditional=no_left_turn @ (Su)"})) ==
        "at hours or under conditions");
}

TEST_CASE("a one-way tells which half of a way that goes on is meant") {
  CHECK(refusal(14, 2, 12).empty());
  CHECK(refusal(10, 2, 14).empty());
  CHECK(refusal(14, 7, 12) == "against a one-way");  // it begins there
  CHECK(refusal(14, 8, 14) == "against a one-way");  // it ends there
}

TEST_CASE("a restriction at a barrier that nobody passes is not honoured") {
  auto text = crossing();
  text.node(9, 85.003, 25, {"barrier=wall"}).node(30, 85.004, 25);
  text.way(15, {3, 9}, {"highway=primary"}).way(16, {9, 30}, {"highway=primary"});
  text.turn(20, 15, 9, 16, {"type=restriction", "restriction=no_straight_on"});
  CHECK(refusal(text) == "cut off by the study area, a barrier or a missing node");
}

TEST_CASE("a restriction outside the study area is not honoured") {
  const auto data =
      crossing().turn(20, 10, 2, 12, {"type=restriction", "restriction=no_left_turn"}).read();
  const auto turns = osm::resolve_turns(data, std::vector<bool>(data.nodes.size(), false));
  CHECK(turns.rows.empty());
  CHECK(turns.refused.at("cut off by the study area, a barrier or a missing node") == 1);
}
