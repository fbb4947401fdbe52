// Isochrones worked by hand on drawn maps: 10 s a cell by road, 100 s off the road.
#include <catch2/catch.hpp>

#include "tests/geo/network/isochrone/drawn_isochrones.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Of all roads that this limit is the first to reach.
double cells_of(const DrawnIsochrones& drawn, const std::vector<ReachedRoad>& roads,
                std::size_t limit) {
  double length_m = 0;
  for (const ReachedRoad& road : roads) {
    if (road.limit == limit) length_m += piece_length_m(drawn.network(), road.piece);
  }
  return length_m / kCell_m;
}

constexpr std::string_view kLongRoad = "A-------------------B";  // 20 cells

}  // namespace

TEST_CASE("a road is cut in its middle where the limit falls there") {
  const DrawnIsochrones drawn(kLongRoad, "A");
  const auto roads = drawn.roads({100, 150});
  REQUIRE(roads.size() == 2);
  CHECK(roads[0].piece.from_frac == 0);
  CHECK(roads[0].piece.to_frac == 0.5);
  CHECK(roads[0].limit == 0);
  CHECK(roads[1].piece.from_frac == 0.5);
  CHECK(roads[1].piece.to_frac == 0.75);
  CHECK(roads[1].limit == 1);
}

TEST_CASE("the walk off the road grows shorter as the road takes its time") {
  const DrawnIsochrones drawn(kLongRoad, "A");
  CHECK(drawn.covers(100, 0.2, 0.9));  // 2 s by road, 90 s off it
  CHECK_FALSE(drawn.covers(100, 0.2, 1.1));
  CHECK(drawn.covers(100, 5, 0.4));  // 50 s by road, 40 s off it
  CHECK_FALSE(drawn.covers(100, 5, 0.6));
  CHECK(drawn.covers(100, 9, 0));
  CHECK_FALSE(drawn.covers(100, 10.3, 0));
}

TEST_CASE("nobody is farther off the road than the farthest walk") {
  DrawnIsochrones drawn(kLongRoad, "A");
  drawn.options.profile.max_access_m = given(150);
  CHECK(drawn.covers(1000, 5, 1.4));
  CHECK_FALSE(drawn.covers(1000, 5, 1.6));
}

TEST_CASE("a centre in the middle of a road spreads both ways from there") {
  const DrawnIsochrones drawn(R"(
A---------B
    1)",
                              "1");
  const auto roads = drawn.roads({110, 130});  // 100 s to the road, then 10 s a cell
  REQUIRE(roads.size() == 3);
  CHECK(roads[0].piece.from_frac == Approx(0.1));
  CHECK(roads[0].piece.to_frac == Approx(0.3));
  CHECK(roads[1].piece.from_frac == Approx(0.3));
  CHECK(roads[1].piece.to_frac == Approx(0.5));
  CHECK(roads[1].limit == 0);
  CHECK(roads[2].piece.to_frac == Approx(0.7));
}

TEST_CASE("the centre itself is covered, however short the limit and far the road") {
  DrawnIsochrones drawn(R"(
A---B



1)",
                        "1");
  drawn.options.profile.max_access_m = given(200);
  CHECK(drawn.roads({60}).empty());
  CHECK(drawn.covers(60, 0, -4));
  CHECK_FALSE(drawn.covers(60, 0, -3.5));
  drawn.options.profile.direct_max_m = 1000;
  CHECK(drawn.covers(60, 0, -3.5));  // on foot, 50 s
}

TEST_CASE("a one-way road is reached from one side, by the direction of travel") {
  DrawnIsochrones drawn("A>>>>>>>>>B", "B");
  drawn.options.direction = Direction::kToCentre;
  CHECK(cells_of(drawn, drawn.roads({50}), 0) == Approx(5));
  drawn.options.direction = Direction::kFromCentre;
  CHECK(drawn.roads({50}).empty());
  DrawnIsochrones from("A>>>>>>>>>B", "A");
  from.options.direction = Direction::kFromCentre;
  CHECK(cells_of(from, from.roads({50}), 0) == Approx(5));
}

TEST_CASE("out and back reaches half as far") {
  DrawnIsochrones drawn(kLongRoad, "A");
  drawn.options.direction = Direction::kRoundTrip;
  CHECK(cells_of(drawn, drawn.roads({100}), 0) == Approx(5));
  CHECK(drawn.covers(100, 4.5, 0));
  CHECK_FALSE(drawn.covers(100, 5.3, 0));
}

TEST_CASE("waiting counts before anything is reached") {
  DrawnIsochrones drawn(kLongRoad, "A");
  drawn.options.profile.waiting_min = given(1);
  CHECK(drawn.roads({59}).empty());
  CHECK(cells_of(drawn, drawn.roads({100}), 0) == Approx(4));
}

TEST_CASE("the area ends at a barrier beside the road") {
  const DrawnIsochrones drawn(R"(
~~~~~~~~~~~

A---------B)",
                              "A");
  CHECK(drawn.covers(500, 4, -4.5));  // 40 s by road, 250 s off it
  CHECK(drawn.covers(500, 4, -0.2));
  CHECK_FALSE(drawn.covers(500, 4, 0.2));
}

TEST_CASE("what two centres reach stays in two parts until it meets") {
  DrawnIsochrones drawn("A---------B", "AB");
  const auto areas = drawn.areas({30});
  REQUIRE(areas.size() == 1);
  CHECK(areas[0].size() == 2);
}

TEST_CASE("areas of rising limits lie within each other") {
  const DrawnIsochrones drawn(kLongRoad, "A");
  const auto areas = drawn.areas({20, 60, 100});
  REQUIRE(areas.size() == 3);
  for (std::size_t i = 1; i < areas.size(); ++i) {
    for (const Polygon& inner : areas[i - 1]) {
      CHECK(find_inside(areas[i], inner.outer) == std::vector<bool>(inner.outer.size(), true));
    }
  }
}

TEST_CASE("without centres there is nothing") {
  const DrawnIsochrones drawn(kLongRoad, "");
  CHECK(drawn.roads({60}).empty());
  const auto areas = drawn.areas({60, 120});
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].empty());
  CHECK(areas[1].empty());
}

TEST_CASE("at an hour without service only the fallback counts") {
  DrawnIsochrones drawn(kLongRoad, "A");
  drawn.options.profile.service_hours = {5, 21};
  drawn.options.depart_hour = 23;
  CHECK(drawn.roads({100}).empty());
  Profile walk = plain_profile();
  walk.speed_km_h[{"*", Season::kDry}] = given(3.6);
  drawn.options.fallback = walk;
  CHECK(cells_of(drawn, drawn.roads({100}), 0) == Approx(1));
}
