/// \file
/// The undirected, simple graph behind a road graph: what elimination orders are computed on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/network/engine/road_graph.h"

namespace pahunch::engine {

struct Adjacency {
  std::vector<std::uint32_t> first = {0};  ///< neighbours of v: neighbour[first[v]..first[v+1])
  std::vector<std::uint32_t> neighbour;    ///< ascending for each node; no loops, no repeats

  [[nodiscard]] std::uint32_t n_nodes() const {
    return static_cast<std::uint32_t>(first.size() - 1);
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const {
    return std::span(neighbour).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// Both directions of every arc, once.
Adjacency make_adjacency(const RoadGraph& graph);

/// The graph among `nodes`, which get the numbers 0, 1, … in that order. `local_of` is scratch of
/// the size of the graph, all `kNone`, and is left so.
Adjacency extract_part(const Adjacency& graph, std::span<const std::uint32_t> nodes,
                       std::vector<std::uint32_t>& local_of);

}  // namespace pahunch::engine
