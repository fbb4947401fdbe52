#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "geo/network/engine/order/directions.h"
#include "geo/network/engine/order/find_order.h"
#include "geo/network/engine/order/low_degree.h"
#include "geo/network/engine/order/nested_dissection.h"
#include "geo/network/engine/order/vertex_flow.h"
#include "test_graphs.h"

namespace pahunch::engine::test {
namespace {

Adjacency make_undirected(std::uint32_t n_nodes, const std::vector<Arc>& edges) {
  return make_adjacency(make_road_graph(n_nodes, edges).graph);
}

bool is_permutation_of_all(std::vector<std::uint32_t> order, std::uint32_t n) {
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> all(n);
  std::iota(all.begin(), all.end(), 0);
  return order == all;
}

/// Size of the smallest cut by trying every set of nodes.
std::uint32_t find_smallest_cut(const Adjacency& graph, const std::vector<Terminal>& terminal) {
  const auto n = graph.n_nodes();
  auto best = n;
  for (std::uint32_t cut = 0; cut < (1U << n); ++cut) {
    std::vector<bool> seen(n, false);
    std::vector<std::uint32_t> queue;
    const auto visit = [&](std::uint32_t v) {
      if (seen[v] || (cut >> v & 1U) != 0) return;
      seen[v] = true;
      queue.push_back(v);
    };
    bool joined = false;
    for (std::uint32_t v = 0; v < n; ++v) {
      if (terminal[v] == Terminal::kSource) visit(v);
    }
    for (std::size_t i = 0; i < queue.size(); ++i) {
      joined = joined || terminal[queue[i]] == Terminal::kSink;
      for (const auto w : graph.of(queue[i])) visit(w);
    }
    if (!joined) best = std::min(best, static_cast<std::uint32_t>(__builtin_popcount(cut)));
  }
  return best;
}

}  // namespace

TEST_CASE("an undirected graph has neither loops nor repeats") {
  const auto graph = make_undirected(3, {{0, 1}, {1, 0}, {0, 1}, {2, 2}});
  CHECK(graph.neighbour == std::vector<std::uint32_t>{1, 0});
  CHECK(graph.first == std::vector<std::uint32_t>{0, 1, 2, 2});
}

TEST_CASE("a tree goes entirely by degree one") {
  const auto low = eliminate_low_degree(make_undirected(5, {{0, 1}, {1, 2}, {1, 3}, {3, 4}}), 1);
  CHECK(low.core.empty());
  CHECK(is_permutation_of_all(low.eliminated, 5));
}

TEST_CASE("a chain between two kept nodes becomes an edge of the core") {
  // Two cliques of four, joined by the chain 3 - 8 - 4.
  std::vector<Arc> edges = {{3, 8}, {8, 4}};
  for (std::uint32_t a = 0; a < 4; ++a) {
    for (auto b = a + 1; b < 4; ++b) {
      edges.push_back({a, b});
      edges.push_back({a + 4, b + 4});
    }
  }
  const auto low = eliminate_low_degree(make_undirected(9, edges), 2);
  CHECK(low.eliminated == std::vector<std::uint32_t>{8});
  CHECK(low.core == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7});
  CHECK(std::ranges::count(low.core_graph.of(3), 4U) == 1);
}

TEST_CASE("a vertex cut is as small as the smallest, and separates") {
  std::mt19937 random(4);
  for (int round = 0; round < 400; ++round) {
    const auto graph = make_adjacency(make_random_graph(random, 9).graph);
    std::vector<Terminal> terminal(graph.n_nodes());
    for (auto& t : terminal) t = static_cast<Terminal>(draw(random, 3));
    const auto side = find_vertex_cut(graph, terminal, kNone);
    REQUIRE(side);
    REQUIRE(std::ranges::count(*side, Side::kCut) == find_smallest_cut(graph, terminal));
    for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
      REQUIRE_FALSE((terminal[v] == Terminal::kSource && (*side)[v] == Side::kSink));
      REQUIRE_FALSE((terminal[v] == Terminal::kSink && (*side)[v] == Side::kSource));
      for (const auto w : graph.of(v)) {
        REQUIRE_FALSE(((*side)[v] == Side::kSource && (*side)[w] == Side::kSink));
      }
    }
  }
}

TEST_CASE("a vertex cut gives up at the limit") {
  const auto graph = make_undirected(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
  const std::vector<Terminal> terminal = {Terminal::kSource, Terminal::kNeither, Terminal::kNeither,
                                          Terminal::kSink};
  CHECK(find_vertex_cut(graph, terminal, 2));
  CHECK_FALSE(find_vertex_cut(graph, terminal, 1));
}

TEST_CASE("hops are counted, and unreached nodes have none") {
  CHECK(count_hops(make_undirected(4, {{0, 1}, {1, 2}}), 0) ==
        std::vector<std::uint32_t>{0, 1, 2, kNone});
}

TEST_CASE("without coordinates nodes line up by hops along the longest way") {
  const auto keys = find_line_ups(make_undirected(4, {{0, 1}, {1, 2}, {2, 3}}), {});
  REQUIRE(keys.size() == 4);
  CHECK(std::abs(keys[0][0] - keys[0][3]) == 6);
}

TEST_CASE("every order is a permutation, with and without coordinates") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const auto graph = make_random_graph(random, 120).graph;
    std::vector<Xy> at(graph.n_nodes());
    for (auto& p : at)
      p = {static_cast<double>(draw(random, 50)), static_cast<double>(draw(random, 50))};
    for (const std::uint32_t degree : {0U, 2U, 6U}) {
      REQUIRE(is_permutation_of_all(find_order(graph, at, degree).node, graph.n_nodes()));
      REQUIRE(is_permutation_of_all(find_order(graph, {}, degree).node, graph.n_nodes()));
    }
  }
}

TEST_CASE("the cuts of a grid come last") {
  std::mt19937 random(6);
  const std::uint32_t side = 20;
  const auto grid = make_adjacency(make_grid(random, side).graph);
  const auto order = dissect(grid, {});
  // A cut of the grid has at most about a side's length of nodes; its removal leaves parts.
  const std::vector<std::uint32_t> rest(order.begin(), order.end() - side - 4);
  std::vector<std::uint32_t> scratch(grid.n_nodes(), kNone);
  const auto hops = count_hops(extract_part(grid, rest, scratch), 0);
  CHECK(std::ranges::count(hops, kNone) > 0);
}

}  // namespace pahunch::engine::test
