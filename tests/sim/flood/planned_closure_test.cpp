#include "sim/flood/planned_closure.h"

#include <catch2/catch.hpp>

#include <limits>

#include "geo/base/error.h"
#include "tests/sim/flood/road_cases.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// Three roads in a row, of ids west, middle and east; the last is called "NH-31".
RoadCase make_row_case() {
  RoadCase made("\nA---B...C---D\n");
  auto& roads = made.map.roads.roads;
  for (Road& road : roads) {
    const double x = road.line[0].x_m;
    road.id = x < 300 ? "west" : x < 700 ? "middle" : "east";
    road.name = x < 700 ? "" : "NH-31";
  }
  return made;
}

PreparedClosure prepare(const RoadCase& made, const PlannedClosure& plan) {
  return prepare_closure(plan, made.network, made.map.roads);
}

}  // namespace

TEST_CASE("a planner closes roads along a line, in a polygon or by a list") {
  const RoadCase made = make_row_case();
  CHECK(prepare(made, {"l", AlongLine{line("100 20, 200 20"), 50}}).links.size() == 1);
  CHECK(prepare(made, {"p", InPolygon{shape("300 -9, 900 -9, 900 9, 300 9")}}).links.size() == 3);
  const auto by_id = prepare(made, {"i", OfRoads{{"west", "east"}}}).links;
  CHECK(by_id.size() == 2);
  CHECK(prepare(made, {"n", OfRoads{{"NH-31"}}}).links.size() == 1);
}

TEST_CASE("certain closures close always, others as often as they say, all their links or none") {
  const RoadCase made = make_row_case();
  const auto certain = prepare(made, {"a", OfRoads{{"west", "east"}}, 1});
  const auto never = prepare(made, {"b", OfRoads{{"west"}}, 0});
  const auto maybe = prepare(made, {"c", OfRoads{{"west", "east"}}, 0.3});
  double n = 0;
  for (std::uint64_t r = 0; r < 1000; ++r) {
    RoadState state;
    apply_closure(never, 1, r, state);
    CHECK(state.links.empty());
    apply_closure(maybe, 1, r, state);
    CHECK((state.links.empty() || state.links.size() == 2));
    n += state.links.empty() ? 0 : 1;
    apply_closure(certain, 1, r, state);
    CHECK(state.links.size() == 2);
  }
  CHECK(n / 1000 == Approx(0.3).margin(0.05));
}

TEST_CASE("closures of one name shut together") {
  const RoadCase made = make_row_case();
  const auto west = prepare(made, {"flood", OfRoads{{"west"}}, 0.5});
  const auto east = prepare(made, {"flood", OfRoads{{"east"}}, 0.5});
  for (std::uint64_t r = 0; r < 50; ++r) {
    RoadState a, b;
    apply_closure(west, 1, r, a);
    apply_closure(east, 1, r, b);
    CHECK(a.links.empty() == b.links.empty());
  }
}

TEST_CASE("closures that cannot be meant are refused with what to try") {
  const RoadCase made = make_row_case();
  const auto check_refused = [&](const PlannedClosure& plan, const std::string& expected) {
    CHECK_THROWS_AS(prepare(made, plan), ConfigError);
    CHECK_THROWS_WITH(prepare(made, plan), Contains(expected) && Contains("closure 'x'"));
  };
  check_refused({"x", OfRoads{{"west"}}, 1.5}, "probability 1.5 is not between 0 and 1");
  check_refused({"x", OfRoads{{"west"}}, -0.1}, "probability -0.1");
  check_refused({"x", OfRoads{{"west"}}, std::numeric_limits<double>::quiet_NaN()}, "probability");
  check_refused({"x", OfRoads{{"wset"}}}, "did you mean 'west'?");
  check_refused({"x", OfRoads{{""}}}, "road '' is not in the road layer");
  check_refused({"x", OfRoads{{}}}, "no road lies there");
  check_refused({"x", AlongLine{line("0 0"), 50}}, "fewer than two points");
  check_refused({"x", AlongLine{line("0 0, 1 1"), -1}}, "negative reach");
  check_refused({"x", InPolygon{}}, "its polygon is empty");
  check_refused({"x", InPolygon{shape("5000 0, 6000 0, 6000 9")}}, "no road lies there");
}
