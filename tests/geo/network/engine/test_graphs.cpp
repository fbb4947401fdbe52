#include "test_graphs.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <map>

namespace pahunch::engine::test {
namespace {

TestGraph build(std::uint32_t n_nodes, const std::vector<Arc>& arcs, std::mt19937& random) {
  return {make_road_graph(n_nodes, arcs).graph, make_random_weights(random, arcs.size())};
}

}  // namespace

TestGraph make_random_graph(std::mt19937& random, std::uint32_t max_nodes) {
  const auto n_nodes = 1 + draw(random, max_nodes);
  std::vector<Arc> arcs(draw(random, n_nodes * 4));
  for (auto& arc : arcs) arc = {draw(random, n_nodes), draw(random, n_nodes)};
  return build(n_nodes, arcs, random);
}

TestGraph make_grid(std::mt19937& random, std::uint32_t side) {
  std::vector<Arc> arcs;
  const auto add_street = [&](std::uint32_t a, std::uint32_t b) {
    const auto kind = draw(random, 8);
    if (kind != 0) arcs.push_back({a, b});
    if (kind > 1) arcs.push_back({b, a});
  };
  for (std::uint32_t y = 0; y < side; ++y) {
    for (std::uint32_t x = 0; x < side; ++x) {
      if (x + 1 < side) add_street(y * side + x, y * side + x + 1);
      if (y + 1 < side) add_street(y * side + x, y * side + x + side);
    }
  }
  return build(side * side, arcs, random);
}

std::vector<Ms> make_random_weights(std::mt19937& random, std::size_t n) {
  std::vector<Ms> weights(n);
  for (auto& weight : weights) {
    switch (draw(random, 12)) {
      case 0:
        weight = 0;
        break;
      case 1:
        weight = kFarMs;
        break;
      case 2:
        weight = kFarMs / 3 + draw(random, 1000);
        break;
      default:
        weight = 1 + draw(random, 20);
    }
  }
  return weights;
}

TestGraph make_symmetric(const TestGraph& given) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Ms> least;
  for (std::uint32_t a = 0; a < given.graph.n_arcs(); ++a) {
    const auto ends = std::minmax(given.graph.tail[a], given.graph.head[a]);
    const auto [at, is_new] = least.try_emplace(ends, given.weight[a]);
    at->second = std::min(at->second, given.weight[a]);
  }
  std::vector<Arc> arcs;
  std::vector<Ms> by_input;
  for (const auto& [ends, weight] : least) {
    arcs.push_back({ends.first, ends.second});
    arcs.push_back({ends.second, ends.first});
    by_input.insert(by_input.end(), 2, weight);
  }
  auto built = make_road_graph(given.graph.n_nodes(), arcs);
  TestGraph result{std::move(built.graph), std::vector<Ms>(arcs.size())};
  for (std::size_t i = 0; i < arcs.size(); ++i) result.weight[built.arc_of_input[i]] = by_input[i];
  return result;
}

std::vector<Seed> make_random_seeds(std::mt19937& random, std::uint32_t n_nodes,
                                    std::uint32_t max_seeds) {
  std::vector<Seed> seeds(draw(random, max_seeds + 1));
  for (auto& seed : seeds) {
    seed = {draw(random, n_nodes), draw(random, 6) == 0 ? kFarMs : draw(random, 8),
            draw(random, 5)};
  }
  return seeds;
}

std::vector<Label> find_labels_by_boost(const RoadGraph& graph, const std::vector<Ms>& weight,
                                        const std::vector<Seed>& seeds) {
  using Pair = std::uint64_t;  // distance in the upper half, label in the lower
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Pair>;
  constexpr Pair kFar = Pair{kFarMs} << 32;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  std::vector<Pair> weights;
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) {
    arcs.emplace_back(graph.tail[a], graph.head[a]);
    weights.push_back(Pair{weight[a]} << 32);
  }
  for (const auto& seed : seeds) {
    arcs.emplace_back(graph.n_nodes(), seed.node);
    weights.push_back((Pair{seed.start} << 32) | seed.label);
  }
  const Graph boosted(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(),
                      weights.begin(), graph.n_nodes() + 1);
  std::vector<Pair> best(graph.n_nodes() + 1);
  const auto index = get(boost::vertex_index, boosted);
  boost::dijkstra_shortest_paths(
      boosted, graph.n_nodes(),
      boost::distance_map(boost::make_iterator_property_map(best.begin(), index))
          .weight_map(get(boost::edge_bundle, boosted))
          .distance_inf(kFar)
          .distance_combine([=](Pair a, Pair b) { return std::min(kFar, a + b); }));
  std::vector<Label> result(graph.n_nodes());
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    if (best[v] < kFar) {
      result[v] = {static_cast<Ms>(best[v] >> 32), static_cast<std::uint32_t>(best[v])};
    }
  }
  return result;
}

SeedTable make_table(const std::vector<Seed>& seeds, Width width) {
  SeedTable table(get_n_lanes(width));
  for (const auto& seed : seeds) table.add(seed);
  return table;
}

std::vector<Label> get_labels(const LabelField& field, const RoadGraph& graph, std::size_t lane) {
  std::vector<Label> labels(graph.n_nodes());
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    labels[v] = {field.distance(v, lane), field.find_label(v, lane).value_or(kNone)};
  }
  return labels;
}

std::vector<Label> find_labels_to_seeds_by_boost(const RoadGraph& graph,
                                                 const std::vector<Ms>& weight,
                                                 const std::vector<Seed>& seeds) {
  const auto reversed = reverse_arcs(graph);
  std::vector<Ms> turned(weight.size());
  for (std::size_t a = 0; a < weight.size(); ++a) turned[reversed.arc_of_input[a]] = weight[a];
  return find_labels_by_boost(reversed.graph, turned, seeds);
}

}  // namespace pahunch::engine::test
