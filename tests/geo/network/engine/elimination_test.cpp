#include "geo/network/engine/elimination.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "test_graphs.h"

namespace pahunch::engine::test {
namespace {

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// Pairs of nodes joined when the ranks below `n_eliminated` are eliminated one after the other.
Pairs eliminate_by_hand(const RoadGraph& graph, const Elimination& e) {
  std::vector<std::set<std::uint32_t>> around(graph.n_nodes());
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) {
    const auto [low, high] = std::minmax(e.rank_of[graph.tail[a]], e.rank_of[graph.head[a]]);
    if (low != high) around[low].insert(high);
  }
  Pairs pairs;
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    for (auto a = around[v].begin(); a != around[v].end(); ++a) {
      pairs.emplace(v, *a);
      if (v < e.n_eliminated) around[*a].insert(std::next(a), around[v].end());
    }
  }
  return pairs;
}

Pairs get_slots(const Elimination& e) {
  Pairs pairs;
  for (std::uint32_t v = 0; v < e.n_nodes(); ++v) {
    for (auto slot = e.first_up[v]; slot < e.first_up[v + 1]; ++slot) {
      pairs.emplace(v, e.up_head[slot]);
    }
  }
  return pairs;
}

}  // namespace

TEST_CASE("the slots are the pairs that elimination joins, in whole and in part") {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const auto graph = make_random_graph(random, 40).graph;
    const auto order = find_order(graph, {}, draw(random, 5));
    for (const auto extent : {Extent::kAll, Extent::kLowDegreeOnly}) {
      const auto e = eliminate(graph, order, extent);
      REQUIRE(get_slots(e) == eliminate_by_hand(graph, e));
      REQUIRE(std::ranges::is_sorted(e.place_in_order));
    }
  }
}

TEST_CASE("every arc but a loop has a place that joins its ends") {
  std::mt19937 random(2);
  const auto graph = make_random_graph(random, 60).graph;
  const auto e = eliminate(graph, find_order(graph, {}, 3), Extent::kAll);
  std::size_t n_loops = 0;
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) n_loops += graph.tail[a] == graph.head[a];
  REQUIRE(e.arc_in_order.size() + n_loops == graph.n_arcs());
  for (std::size_t i = 0; i < e.arc_in_order.size(); ++i) {
    const auto slot = e.place_in_order[i] / 2;
    const auto arc = e.arc_in_order[i];
    const auto high = e.place_in_order[i] % 2 == 0 ? graph.head[arc] : graph.tail[arc];
    CHECK(e.up_head[slot] == e.rank_of[high]);
  }
}

TEST_CASE("a child comes before its parent, and siblings' subtrees do not mix") {
  std::mt19937 random(3);
  const auto graph = make_grid(random, 12).graph;
  const auto e = eliminate(graph, find_order(graph, {}, 3), Extent::kAll);
  std::vector<std::uint32_t> lowest(e.n_nodes());
  for (std::uint32_t v = 0; v < e.n_nodes(); ++v) lowest[v] = v;
  std::vector<std::uint32_t> size(e.n_nodes(), 1);
  for (std::uint32_t v = 0; v < e.n_nodes(); ++v) {
    const auto parent = e.parent(v);
    CHECK(size[v] == v - lowest[v] + 1);
    if (parent == kNone) continue;
    REQUIRE(parent > v);
    size[parent] += size[v];
    lowest[parent] = std::min(lowest[parent], lowest[v]);
  }
}

TEST_CASE("graphs of no, one and two nodes are eliminated") {
  CHECK(eliminate(make_road_graph(0, {}).graph, {}, Extent::kAll).n_slots() == 0);
  CHECK(eliminate(make_road_graph(1, {}).graph, {{0}, 0}, Extent::kAll).n_slots() == 0);
  const std::vector<Arc> arcs = {{0, 1}};
  CHECK(eliminate(make_road_graph(2, arcs).graph, {{1, 0}, 0}, Extent::kAll).n_slots() == 1);
}

}  // namespace pahunch::engine::test
