// How many copies of junctions restrictions make.
#include <catch2/catch.hpp>

#include "geo/network/build_network.h"
#include "tests/support/road_map.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A crossroads of four roads, each drawn towards the middle.
RoadLayer crossroads() {
  RoadLayer layer;
  for (const Xy end : {Xy{-100, 0}, Xy{0, 100}, Xy{100, 0}, Xy{0, -100}}) {
    Road road;
    road.road_class = "road";
    road.line = {end, {0, 0}};
    layer.roads.push_back(road);
  }
  return layer;
}

TurnRestriction turn(TurnKind kind, std::size_t from, std::size_t to,
                     VehicleSet vehicles = {Vehicle::kCar}) {
  return {
      kind, {RoadIdx(from), 1, Heading::kForward}, {RoadIdx(to), 1, Heading::kBackward}, vehicles};
}

BuiltNetwork build(const std::vector<TurnRestriction>& turns) {
  RoadLayer layer = crossroads();
  layer.turns = turns;
  return build_network(layer, PlaneGround(), {.end_tolerance_m = 0});
}

}  // namespace

TEST_CASE("without restrictions a network has no copies and no further arrays") {
  const Network network = build({}).network;
  CHECK(network.copy_of.empty());
  CHECK(network.link_nodes.empty());
  CHECK(network.n_turns() == 0);
  CHECK(network.n_junctions() == network.n_nodes());
}

TEST_CASE("one restriction makes one copy and two turns") {
  for (const TurnKind kind : {TurnKind::kNo, TurnKind::kOnly}) {
    const auto built = build({turn(kind, 0, 1)});
    CHECK(built.report.n_turn_restrictions == 1);
    CHECK(built.network.n_nodes() == 6);
    CHECK(built.network.n_junctions() == 5);
    CHECK(built.network.n_turns() == 2);
    CHECK(built.network.n_links() == 4);
    CHECK(built.network.node_at[NodeIdx(5)] == Xy{0, 0});
  }
}

TEST_CASE("all nodes of a junction are found, and those of another are its own") {
  const Network network = build({turn(TurnKind::kNo, 0, 1)}).network;
  for (const NodeIdx node : IdxRange<NodeIdx>(network.n_junctions())) {
    std::vector<NodeIdx> nodes;
    network.for_each_node_at(node, [&](NodeIdx at) { nodes.push_back(at); });
    const bool middle = network.node_at[node] == Xy{0, 0};
    CHECK(nodes == (middle ? std::vector<NodeIdx>{node, NodeIdx(5)} : std::vector<NodeIdx>{node}));
  }
}

TEST_CASE("a restriction of nobody, or of those on foot, changes nothing") {
  const Network network =
      build({turn(TurnKind::kNo, 0, 1, {}), turn(TurnKind::kOnly, 1, 2, {Vehicle::kFoot})}).network;
  CHECK(network.n_nodes() == 5);
  CHECK(network.n_turns() == 0);
}

TEST_CASE("those on foot may take every turn") {
  const Network network = build({turn(TurnKind::kNo, 0, 1), turn(TurnKind::kOnly, 2, 3)}).network;
  CHECK(network.n_turns() > 2);
  for (const VehicleSet set : network.turn_open_to) CHECK(set.contains(Vehicle::kFoot));
}

TEST_CASE("a restriction at an arm that noding takes away is counted as lost") {
  RoadLayer layer = crossroads();
  Road stub;
  stub.road_class = "road";
  stub.line = {{0.2, 0}, {0, 0}};
  layer.roads.push_back(stub);
  layer.turns = {turn(TurnKind::kNo, 0, 4)};
  const auto built = build_network(layer, PlaneGround(), {.end_tolerance_m = 1});
  CHECK(built.report.n_turn_restrictions == 0);
  CHECK(built.report.n_turn_restrictions_lost == 1);
}
