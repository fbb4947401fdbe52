#include "geo/network/engine/forest_repair.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "test_graphs.h"

namespace pahunch::engine::test {
namespace {

std::vector<Label> read_labels(const ForestRepair& repair, const RoadGraph& graph) {
  std::vector<Label> labels(graph.n_nodes());
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    labels[v] = {repair.distance(v), repair.find_label(v).value_or(kNone)};
  }
  return labels;
}

StateChange make_random_change(std::mt19937& random, const TestGraph& graph) {
  StateChange change;
  std::vector<std::uint32_t> arcs(graph.weight.size());
  std::iota(arcs.begin(), arcs.end(), 0);
  std::shuffle(arcs.begin(), arcs.end(), random);
  arcs.resize(draw(random, static_cast<std::uint32_t>(arcs.size()) + 1) / (1 + draw(random, 8)));
  const auto weights = make_random_weights(random, arcs.size());
  for (std::size_t i = 0; i < arcs.size(); ++i) change.arcs.push_back({arcs[i], weights[i]});
  if (draw(random, 2) == 0) change.added = make_random_seeds(random, graph.graph.n_nodes(), 2);
  if (draw(random, 2) == 0) change.closed = {draw(random, 5)};
  return change;
}

std::vector<Label> expect(const TestGraph& graph, std::vector<Seed> seeds,
                          const StateChange& change) {
  auto weight = graph.weight;
  for (const auto& arc : change.arcs) weight[arc.arc] = arc.weight;
  std::erase_if(seeds,
                [&](const Seed& s) { return std::ranges::count(change.closed, s.label) > 0; });
  seeds.insert(seeds.end(), change.added.begin(), change.added.end());
  return find_labels_by_boost(graph.graph, weight, seeds);
}

}  // namespace

TEST_CASE("a repaired forest gives the distances and labels of Boost after every change") {
  std::mt19937 random(41);
  for (int round = 0; round < 2000; ++round) {
    const auto graph = round % 10 == 0 ? make_grid(random, 8) : make_random_graph(random, 30);
    const auto seeds = make_random_seeds(random, graph.graph.n_nodes(), 6);
    ForestRepair repair(graph.graph, graph.weight, seeds);
    REQUIRE(read_labels(repair, graph.graph) == expect(graph, seeds, {}));
    for (int i = 0; i < 4; ++i) {
      const auto change = make_random_change(random, graph);
      repair.apply(change);
      REQUIRE(read_labels(repair, graph.graph) == expect(graph, seeds, change));
    }
    repair.apply({});
    REQUIRE(read_labels(repair, graph.graph) == expect(graph, seeds, {}));
  }
}

TEST_CASE("a change where nobody travels touches nothing") {
  const std::vector<Arc> arcs = {{0, 1}, {1, 2}, {2, 1}};
  const auto graph = make_road_graph(3, arcs).graph;
  const std::vector<Ms> weight = {5, 5, 5};
  const std::vector<Seed> seeds = {{0, 0, 9}};
  ForestRepair repair(graph, weight, seeds);
  repair.apply({.arcs = {{2, kFarMs}}, .added = {}, .closed = {}});
  CHECK(repair.n_touched() == 0);
  CHECK(repair.distance(2) == 10);
}

}  // namespace pahunch::engine::test
