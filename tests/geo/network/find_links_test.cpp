#include "geo/network/find_links.h"

#include <catch2/catch.hpp>

#include "geo/network/build_network.h"
#include "tests/support/road_map.h"
#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A---B---C in a row, 400 m each, and D below B.
Network make_row_network() {
  const RoadMap map = parse_road_map(R"(
A---B---C
    |
    |
    D
)");
  return build_network(map.roads, PlaneGround(), {}).network;
}

/// The midpoints of links, sorted, as text.
std::vector<std::pair<double, double>> list_midpoints(const Network& network,
                                                      const std::vector<LinkIdx>& links) {
  std::vector<std::pair<double, double>> at;
  for (const LinkIdx link : links) {
    const Xy middle = get_midpoint(network, link);
    at.emplace_back(middle.x_m, middle.y_m);
  }
  std::sort(at.begin(), at.end());
  return at;
}

using Places = std::vector<std::pair<double, double>>;

}  // namespace

TEST_CASE("links are found along a line, the reach being inclusive") {
  const Network network = make_row_network();
  const Polyline beside = line("0 50, 100 50");
  CHECK(list_midpoints(network, find_links_near(network, beside, 50)) == Places{{200, 0}});
  CHECK(find_links_near(network, beside, 49.9).empty());
  CHECK(find_links_near(network, line("600 -100, 600 100"), 0).size() == 1);
  CHECK(find_links_near(network, line("300 -100, 900 -100"), 0) ==
        find_links_in(network, shape("350 -350, 450 -350, 450 -50, 350 -50")));
}

TEST_CASE("a short line in the middle of a long link finds it") {
  const Network network = make_row_network();
  CHECK(list_midpoints(network, find_links_near(network, line("200 5, 210 5"), 10)) ==
        Places{{200, 0}});
}

TEST_CASE("links are found in a polygon and on its border, not in its hole") {
  const Network network = make_row_network();
  CHECK(
      list_midpoints(network, find_links_in(network, shape("500 -10, 600 -10, 600 10, 500 10"))) ==
      Places{{600, 0}});
  CHECK(find_links_in(network, shape("800 0, 900 0, 900 50, 800 50")).size() == 1);
  CHECK(find_links_in(network, shape("-900 -900, 900 -900, 900 900, -900 900")).size() == 3);
  CHECK(find_links_in(network, shape("-900 -900, 900 -900, 900 900, -900 900",
                                     {"-800 -800, 850 -800, 850 800, -800 800"}))
            .empty());
}

TEST_CASE("the midpoint lies half way along a bent link") {
  RoadLayer roads;
  Road road;
  road.id = "bent";
  road.line = line("0 0, 100 0, 100 300");
  road.segment_m = {100, 300};
  roads.roads.push_back(road);
  const Network network = build_network(roads, PlaneGround(), {}).network;
  const Xy middle = get_midpoint(network, LinkIdx(0));
  CHECK(middle.x_m == Approx(100));
  CHECK(middle.y_m == Approx(100));
}
