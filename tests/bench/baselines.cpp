#include "tests/bench/baselines.h"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace pahunch::bench {

using engine::Ms;
using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Ms,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

struct BoostDijkstra::Graph {
  Csr csr;
};

BoostDijkstra::BoostDijkstra(const engine::RoadGraph& graph, const std::vector<engine::Seed>& seeds)
    : distance_(graph.n_nodes() + 1) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) {
    arcs.emplace_back(graph.tail[a], graph.head[a]);
  }
  for (const auto& seed : seeds) arcs.emplace_back(graph.n_nodes(), seed.node);
  const std::vector<Ms> nothing(arcs.size(), 0);
  graph_ = std::make_unique<Graph>(Graph{Csr(boost::edges_are_sorted, arcs.begin(), arcs.end(),
                                             nothing.begin(), graph.n_nodes() + 1)});
}

BoostDijkstra::~BoostDijkstra() = default;

void BoostDijkstra::set_weights(const std::vector<Ms>& weight_of_arc) {
  auto edge = edges(graph_->csr).first;  // in the order of the arcs; those of the seeds come last
  for (const auto weight : weight_of_arc) graph_->csr[*edge++] = weight;
}

const std::vector<Ms>& BoostDijkstra::run() {
  const auto& csr = graph_->csr;
  const auto index = get(boost::vertex_index, csr);
  boost::dijkstra_shortest_paths(
      csr, static_cast<std::uint32_t>(distance_.size() - 1),
      boost::distance_map(boost::make_iterator_property_map(distance_.begin(), index))
          .weight_map(get(boost::edge_bundle, csr))
          .distance_inf(engine::kFarMs)
          .distance_combine([](Ms a, Ms b) { return std::min(engine::kFarMs, a + b); }));
  return distance_;
}

}  // namespace pahunch::bench
