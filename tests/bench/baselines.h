/// \file
/// What the engine is held against: `dijkstra_shortest_paths` of Boost.Graph, distances only.
#pragma once

#include <memory>
#include <vector>

#include "tests/bench/bench_graphs.h"

namespace pahunch::bench {

/// Distances to every node from the nearest of some seeds, along the arcs.
class BoostDijkstra {
 public:
  /// The graph with an extra node that leads to all seeds.
  BoostDijkstra(const engine::RoadGraph& graph, const std::vector<engine::Seed>& seeds);
  ~BoostDijkstra();

  void set_weights(const std::vector<engine::Ms>& weight_of_arc);
  const std::vector<engine::Ms>& run();

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
  std::vector<engine::Ms> distance_;
};

}  // namespace pahunch::bench
