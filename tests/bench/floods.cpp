#include "tests/bench/floods.h"

#include <algorithm>

#include "geo/network/engine/order/directions.h"

namespace pahunch::bench {

using engine::Ms;

Floods::Floods(const BenchGraph& graph)
    : graph_(graph), adjacency_(engine::make_adjacency(graph.graph)) {}

std::vector<std::uint32_t> Floods::find_cluster(double share, std::uint64_t salt) const {
  const auto& roads = graph_.graph;
  const auto middle = static_cast<std::uint32_t>(mix(salt, 7) % roads.n_nodes());
  const auto hops = engine::count_hops(adjacency_, middle);
  auto sorted = hops;
  const auto n_inside = static_cast<std::size_t>(share * static_cast<double>(hops.size()));
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(n_inside),
                   sorted.end());
  std::vector<std::uint32_t> arcs;
  for (std::uint32_t a = 0; a < roads.n_arcs(); ++a) {
    if (hops[roads.tail[a]] < sorted[n_inside] && hops[roads.head[a]] < sorted[n_inside]) {
      arcs.push_back(a);
    }
  }
  return arcs;
}

engine::StateChange Floods::make(double share, std::uint64_t salt) const {
  engine::StateChange change;
  for (const auto arc : find_cluster(share, salt)) {
    const auto hash = mix(salt, arc);
    const double slower = 1 + 2 * (static_cast<double>(hash >> 11) * 0x1p-53);
    change.arcs.push_back(
        {arc, hash % 10 == 0 ? engine::kFarMs : static_cast<Ms>(graph_.base[arc] * slower)});
  }
  return change;
}

std::vector<Ms> Floods::make_weights(double share, std::uint64_t salt) const {
  auto weight = graph_.base;
  for (const auto& arc : make(share, salt).arcs) weight[arc.arc] = arc.weight;
  return weight;
}

}  // namespace pahunch::bench
