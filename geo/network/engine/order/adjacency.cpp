#include "geo/network/engine/order/adjacency.h"

#include <algorithm>

namespace pahunch::engine {

Adjacency make_adjacency(const RoadGraph& graph) {
  const auto reversed = reverse_arcs(graph).graph;
  Adjacency result;
  std::vector<std::uint32_t> around;
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    around.clear();
    for (const auto* side : {&graph, &reversed}) {
      const auto begin = side->head.begin() + side->first_arc[v];
      const auto end = side->head.begin() + side->first_arc[v + 1];
      std::copy_if(begin, end, std::back_inserter(around), [v](auto w) { return w != v; });
    }
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    result.neighbour.insert(result.neighbour.end(), around.begin(), around.end());
    result.first.push_back(static_cast<std::uint32_t>(result.neighbour.size()));
  }
  return result;
}

Adjacency extract_part(const Adjacency& graph, std::span<const std::uint32_t> nodes,
                       std::vector<std::uint32_t>& local_of) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i) local_of[nodes[i]] = i;
  Adjacency part;
  part.first.reserve(nodes.size() + 1);
  for (const auto v : nodes) {
    const auto begin = part.neighbour.size();
    for (const auto w : graph.of(v)) {
      if (local_of[w] != kNone) part.neighbour.push_back(local_of[w]);
    }
    std::sort(part.neighbour.begin() + static_cast<std::ptrdiff_t>(begin), part.neighbour.end());
    part.first.push_back(static_cast<std::uint32_t>(part.neighbour.size()));
  }
  for (const auto v : nodes) local_of[v] = kNone;
  return part;
}

}  // namespace pahunch::engine
