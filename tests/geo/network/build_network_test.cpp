#include "geo/network/build_network.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "tests/support/road_map.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const PlaneGround kPlane;

BuiltNetwork build(const RoadMap& map, NodingOptions options = {}) {
  return build_network(map.roads, kPlane, options);
}

/// Roads as lists of points, measured in the plane.
RoadLayer lines(const std::vector<Polyline>& all) {
  RoadLayer layer;
  for (const Polyline& line : all) {
    Road road;
    road.road_class = "road";
    road.line = line;
    layer.roads.push_back(road);
  }
  return layer;
}

double total_length_m(const Network& network) {
  return std::accumulate(network.length_m.begin(), network.length_m.end(), 0.0);
}

}  // namespace

TEST_CASE("roads meet at shared vertices and nowhere else") {
  const auto cross = build_network(
      lines({{{0, 0}, {5, 0}, {9, 0}}, {{5, -5}, {5, 0}}, {{7, -5}, {7, 5}}}), kPlane, {});
  CHECK(cross.network.n_links() == 4);
  CHECK(cross.network.n_nodes() == 6);
  CHECK(cross.report.n_roads == 3);
  CHECK(cross.report.n_vertices_shared == 1);
}

TEST_CASE("a chain of equal roads becomes one link with its geometry and length") {
  const Network network = build(parse_road_map("A--B--C--D")).network;
  REQUIRE(network.n_links() == 1);
  CHECK(network.n_nodes() == 2);
  CHECK(network.length_m[LinkIdx(0)] == 900);
  CHECK(network.geometry(LinkIdx(0)).size() == 4);
  const auto along = network.along(LinkIdx(0));
  CHECK(std::vector<double>(along.begin(), along.end()) == std::vector<double>{0, 300, 600, 900});
}

TEST_CASE("a chain ends where class, bridge or direction change") {
  CHECK(build(parse_road_map("A--B..C")).network.n_links() == 2);
  CHECK(build(parse_road_map("A--B==C")).network.n_links() == 2);
  CHECK(build(parse_road_map("A--B>>C")).network.n_links() == 2);
  CHECK(build(parse_road_map("A>>B<<C")).network.n_links() == 2);
  CHECK(build(parse_road_map("A>>B>>C")).network.n_links() == 1);
}

TEST_CASE("surface and a speed of its own part a chain too") {
  RoadLayer layer = lines({{{0, 0}, {5, 0}}, {{5, 0}, {9, 0}}});
  CHECK(build_network(layer, kPlane, {}).network.n_links() == 1);
  layer.roads[RoadIdx(0)].surface = "gravel";
  CHECK(build_network(layer, kPlane, {}).network.n_links() == 2);
  layer.roads[RoadIdx(0)].surface = "";
  layer.roads[RoadIdx(1)].speed_km_h = 20;
  CHECK(build_network(layer, kPlane, {}).network.n_links() == 2);
}

TEST_CASE("one-ways drawn against each other make a chain with one direction") {
  RoadLayer layer = lines({{{0, 0}, {5, 0}}, {{9, 0}, {5, 0}}});
  layer.roads[RoadIdx(0)].one_way = OneWay::kForward;
  layer.roads[RoadIdx(1)].one_way = OneWay::kBackward;
  const Network network = build_network(layer, kPlane, {}).network;
  REQUIRE(network.n_links() == 1);
  CHECK(network.forward_open[LinkIdx(0)]);
  CHECK_FALSE(network.backward_open[LinkIdx(0)]);
}

TEST_CASE("a closed ring keeps one node, drawn as one road or as several") {
  const Polyline ring = {{0, 0}, {9, 0}, {9, 9}, {0, 0}};
  const Network one = build_network(lines({ring}), kPlane, {}).network;
  CHECK(one.n_nodes() == 1);
  CHECK(one.n_links() == 1);
  CHECK(one.from[LinkIdx(0)] == one.to[LinkIdx(0)]);
  const Network several =
      build_network(lines({{{9, 9}, {9, 0}}, {{0, 0}, {9, 9}}, {{9, 0}, {0, 0}}}), kPlane, {})
          .network;
  CHECK(several.n_nodes() == 1);
  CHECK(several.node_at[NodeIdx(0)] == Xy{0, 0});
  CHECK(several.length_m[LinkIdx(0)] == Approx(one.length_m[LinkIdx(0)]));
}

TEST_CASE("a road that meets itself is cut there") {
  const Network lollipop =
      build_network(lines({{{0, 0}, {5, 0}, {9, 5}, {9, -5}, {5, 0}}}), kPlane, {}).network;
  CHECK(lollipop.n_nodes() == 2);
  CHECK(lollipop.n_links() == 2);
}

TEST_CASE("exact duplicates stay, side by side") {
  const Network twice =
      build_network(lines({{{0, 0}, {5, 0}}, {{5, 0}, {0, 0}}, {{5, 0}, {9, 0}}, {{0, 0}, {0, 7}}}),
                    kPlane, {})
          .network;
  CHECK(twice.n_links() == 4);
  CHECK(twice.n_nodes() == 4);
}

TEST_CASE("a road of no length stays, as a link of no length") {
  const Network network =
      build_network(lines({{{0, 0}, {0, 0}}, {{0, 0}, {5, 0}}}), kPlane, {}).network;
  CHECK(network.n_links() == 2);
  CHECK(total_length_m(network) == 5);
}

TEST_CASE("a vertex said twice in a row is said once") {
  const Network network =
      build_network(lines({{{0, 0}, {5, 0}, {5, 0}, {9, 0}}}), kPlane, {}).network;
  REQUIRE(network.n_links() == 1);
  CHECK(network.geometry(LinkIdx(0)).size() == 3);
  CHECK(total_length_m(network) == 9);
}

TEST_CASE("a line end within the tolerance of another line is joined, and the line cut") {
  const RoadLayer layer = lines({{{0, 0}, {90, 0}}, {{50, 0.9}, {50, 40}}});
  const BuiltNetwork built = build_network(layer, kPlane, {.end_tolerance_m = 1.0});
  CHECK(built.report.n_ends_joined == 1);
  CHECK(built.network.n_links() == 3);
  CHECK(built.network.n_nodes() == 4);
  CHECK(total_length_m(built.network) == Approx(90 + 39.1));
}

TEST_CASE("the tolerance is inclusive, and zero joins shared vertices only") {
  const RoadLayer at_one = lines({{{0, 0}, {90, 0}}, {{50, 1}, {50, 40}}});
  CHECK(build_network(at_one, kPlane, {.end_tolerance_m = 1.0}).network.n_links() == 3);
  CHECK(build_network(at_one, kPlane, {.end_tolerance_m = 0.999}).network.n_links() == 2);
  const RoadLayer touching = lines({{{0, 0}, {90, 0}}, {{50, 0}, {50, 40}}});
  CHECK(build_network(touching, kPlane, {.end_tolerance_m = 0}).network.n_links() == 2);
  CHECK(build_network(touching, kPlane, {.end_tolerance_m = 1}).network.n_links() == 3);
}

TEST_CASE("two ends near each other become one node, and the chain runs on") {
  const RoadLayer layer = lines({{{0, 0}, {50, 0}}, {{50.5, 0}, {90, 0}}});
  const BuiltNetwork built = build_network(layer, kPlane, {});
  CHECK(built.network.n_links() == 1);
  CHECK(built.report.n_ends_joined == 1);
  CHECK(built.report.n_chain_nodes == 1);
}

TEST_CASE("a ring drawn with a gap within the tolerance is closed") {
  const RoadLayer layer = lines({{{0, 0}, {90, 0}, {90, 90}, {0.5, 0.5}}, {{-50, 0}, {0, 0}}});
  CHECK(build_network(layer, kPlane, {}).network.n_nodes() == 2);
}

TEST_CASE("a line end joins a bridge at its ends only") {
  RoadLayer layer = lines({{{0, 0}, {90, 0}}, {{50, 0.5}, {50, 40}}, {{90.5, 0}, {99, 9}}});
  layer.roads[RoadIdx(0)].bridge = true;
  const BuiltNetwork built = build_network(layer, kPlane, {});
  CHECK(built.report.n_ends_joined == 1);
  CHECK(built.network.n_links() == 3);
}

TEST_CASE("crossing lines meet with planar noding only, and never at a bridge") {
  RoadLayer layer = lines({{{0, 0}, {9, 0}}, {{5, -5}, {5, 5}}});
  CHECK(build_network(layer, kPlane, {}).network.n_links() == 2);
  const BuiltNetwork planar = build_network(layer, kPlane, {.planar = true});
  CHECK(planar.network.n_links() == 4);
  CHECK(planar.network.n_nodes() == 5);
  CHECK(planar.report.n_crossings_cut == 1);
  layer.roads[RoadIdx(1)].bridge = true;
  CHECK(build_network(layer, kPlane, {.planar = true}).network.n_links() == 2);
}

TEST_CASE("planar noding joins a touch, a road crossing itself and roads that overlap") {
  const NodingOptions planar{.end_tolerance_m = 0, .planar = true};
  CHECK(build_network(lines({{{0, 0}, {9, 0}}, {{5, 0}, {5, 5}}}), kPlane, planar)
            .network.n_links() == 3);
  const auto eight =
      build_network(lines({{{0, 0}, {9, 9}, {9, 0}, {0, 9}}}), kPlane, planar).network;
  CHECK(eight.n_links() == 3);
  CHECK(eight.n_nodes() == 3);
  const auto overlap = build_network(lines({{{0, 0}, {9, 0}}, {{5, 0}, {20, 0}}}), kPlane, planar);
  CHECK(overlap.network.n_nodes() == 4);
  CHECK(overlap.network.n_links() == 4);
}

TEST_CASE("three lines through one point hang together under planar noding") {
  const auto star = build_network(lines({{{-9, 0}, {9, 0}}, {{0, -9}, {0, 9}}, {{-9, -9}, {9, 9}}}),
                                  kPlane, {.planar = true});
  CHECK(total_length_m(star.network) == Approx(36 + 18 * std::sqrt(2.0)));
  CHECK(star.network.n_nodes() == 7);
}

TEST_CASE("pieces of a cut road have lengths in proportion and add up to the road's own") {
  RoadLayer layer = lines({{{0, 0}, {90, 0}}, {{30, 0}, {30, 40}}});
  layer.roads[RoadIdx(0)].segment_m = {900};
  layer.roads[RoadIdx(1)].segment_m = {40};
  const Network network = build_network(layer, kPlane, {}).network;
  std::vector<double> lengths(network.length_m.begin(), network.length_m.end());
  std::sort(lengths.begin(), lengths.end());
  REQUIRE(lengths.size() == 3);
  CHECK(lengths[0] == Approx(40));
  CHECK(lengths[1] == Approx(300));
  CHECK(lengths[2] == Approx(600));
}

TEST_CASE("a bridge with a loose end is counted") {
  CHECK(build(parse_road_map("A--B==C--D")).report.n_dead_end_bridges == 0);
  CHECK(build(parse_road_map("A--B==C")).report.n_dead_end_bridges == 1);
}

TEST_CASE("the network does not depend on the order and direction of the roads") {
  const RoadMap map = parse_road_map(R"(
A---B---C>>>D
|   |   ^   |
E---F...G---H
    |  J===K
    +---L)");
  RoadLayer turned;
  for (std::size_t r = map.roads.roads.size(); r-- > 0;) {
    Road road = map.roads.roads[RoadIdx(r)];
    std::reverse(road.line.begin(), road.line.end());
    if (road.one_way != OneWay::kNo) {
      road.one_way = road.one_way == OneWay::kForward ? OneWay::kBackward : OneWay::kForward;
    }
    turned.roads.push_back(road);
  }
  const Network a = build(map).network;
  const Network b = build_network(turned, kPlane, {}).network;
  CHECK(a.node_at.raw() == b.node_at.raw());
  CHECK(a.from.raw() == b.from.raw());
  CHECK(a.length_m.raw() == b.length_m.raw());
  CHECK(a.forward_open.raw() == b.forward_open.raw());
  CHECK(a.backward_open.raw() == b.backward_open.raw());
  CHECK(a.points == b.points);
}

TEST_CASE("no roads, no network") {
  const BuiltNetwork built = build_network({}, kPlane, {.planar = true});
  CHECK(built.network.n_links() == 0);
  CHECK(built.network.n_nodes() == 0);
}
