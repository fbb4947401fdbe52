#include "geo/network/graph_costs.h"

#include <catch2/catch.hpp>
#include <queue>
#include <random>

using namespace pahunch;

namespace {

/// Plain Dijkstra against the arcs, in wide numbers.
std::vector<std::optional<std::uint32_t>> costs_to(const ArcList& graph, std::uint32_t target) {
  constexpr std::uint64_t kNone = UINT64_MAX;
  std::vector<std::uint64_t> cost(graph.n_nodes, kNone);
  using Entry = std::pair<std::uint64_t, std::uint32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  queue.push({cost[target] = 0, target});
  while (!queue.empty()) {
    const auto [at_cost, node] = queue.top();
    queue.pop();
    if (at_cost > cost[node]) continue;
    for (std::size_t arc = 0; arc < graph.head.size(); ++arc) {
      const std::uint64_t next = at_cost + graph.weight[arc];
      if (graph.head[arc] != node || next >= cost[graph.tail[arc]]) continue;
      queue.push({cost[graph.tail[arc]] = next, graph.tail[arc]});
    }
  }
  std::vector<std::optional<std::uint32_t>> result(graph.n_nodes);
  for (std::uint32_t v = 0; v < graph.n_nodes; ++v) {
    if (cost[v] <= GraphCosts::kMaxCost) result[v] = static_cast<std::uint32_t>(cost[v]);
  }
  return result;
}

ArcList draw_graph(std::mt19937& random) {
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  ArcList graph;
  graph.n_nodes = 1 + below(40);
  const std::uint32_t largest = below(4) == 0 ? 2147483647U : 50U;
  for (std::uint32_t n = below(120); n > 0; --n) {
    graph.tail.push_back(below(graph.n_nodes));
    graph.head.push_back(below(graph.n_nodes));
    graph.weight.push_back(below(largest) + below(2));
  }
  return graph;
}

}  // namespace

TEST_CASE("costs of random graphs are those of a plain Dijkstra, and never wrap") {
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const ArcList graph = draw_graph(random);
    const GraphCosts costs(graph);
    std::vector<std::uint32_t> nodes(graph.n_nodes);
    for (std::uint32_t v = 0; v < graph.n_nodes; ++v) nodes[v] = v;
    for (std::uint32_t first = 0; first < graph.n_nodes; first += GraphCosts::kBlock) {
      const auto block = std::span(nodes).subspan(
          first, std::min<std::size_t>(GraphCosts::kBlock, graph.n_nodes - first));
      const auto rows = costs.find(nodes, block);
      for (std::size_t lane = 0; lane < block.size(); ++lane) {
        REQUIRE(rows[lane] == costs_to(graph, block[lane]));
      }
    }
  }
}

TEST_CASE("a way that costs more than a cost can say counts as none") {
  ArcList graph;
  graph.n_nodes = 3;
  graph.tail = {0, 1};
  graph.head = {1, 2};
  graph.weight = {GraphCosts::kMaxCost, 1};
  const GraphCosts costs(graph);
  const std::vector<std::uint32_t> from = {0, 1, 2}, to = {1, 2};
  const auto rows = costs.find(from, to);
  CHECK(rows[0] == std::vector<std::optional<std::uint32_t>>{GraphCosts::kMaxCost, 0, {}});
  CHECK(rows[1] == std::vector<std::optional<std::uint32_t>>{{}, 1, 0});
}
