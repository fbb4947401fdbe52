#include "geo/network/engine/road_graph.h"

#include <cassert>
#include <numeric>

namespace pahunch::engine {

BuiltGraph make_road_graph(std::uint32_t n_nodes, std::span<const Arc> arcs) {
  BuiltGraph built;
  auto& graph = built.graph;
  graph.first_arc.assign(std::size_t{n_nodes} + 1, 0);
  for (const Arc arc : arcs) {
    assert(arc.tail < n_nodes && arc.head < n_nodes);
    ++graph.first_arc[arc.tail + 1];
  }
  std::partial_sum(graph.first_arc.begin(), graph.first_arc.end(), graph.first_arc.begin());

  graph.tail.resize(arcs.size());
  graph.head.resize(arcs.size());
  built.arc_of_input.reserve(arcs.size());
  auto next = graph.first_arc;
  for (const Arc arc : arcs) {
    const auto at = next[arc.tail]++;
    graph.tail[at] = arc.tail;
    graph.head[at] = arc.head;
    built.arc_of_input.push_back(at);
  }
  return built;
}

BuiltGraph renumber_nodes(const RoadGraph& graph, std::span<const std::uint32_t> new_of_old) {
  std::vector<Arc> arcs(graph.n_arcs());
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) {
    arcs[a] = {new_of_old[graph.tail[a]], new_of_old[graph.head[a]]};
  }
  return make_road_graph(graph.n_nodes(), arcs);
}

BuiltGraph reverse_arcs(const RoadGraph& graph) {
  std::vector<Arc> arcs(graph.n_arcs());
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) arcs[a] = {graph.head[a], graph.tail[a]};
  return make_road_graph(graph.n_nodes(), arcs);
}

}  // namespace pahunch::engine
