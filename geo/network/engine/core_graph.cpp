#include "geo/network/engine/core_graph.h"

#include <algorithm>

namespace pahunch::engine {

CoreGraph make_core_graph(const Elimination& e, std::vector<std::uint32_t> ranks_in_order) {
  struct CoreArc {
    std::uint32_t tail, head, place;
  };
  CoreGraph core;
  core.rank_of = std::move(ranks_in_order);
  core.number_of.resize(core.rank_of.size());
  for (std::uint32_t i = 0; i < core.n_nodes(); ++i) {
    core.number_of[core.rank_of[i] - e.n_eliminated] = i;
  }
  std::vector<CoreArc> arcs;
  for (auto v = e.n_eliminated; v < e.n_nodes(); ++v) {
    for (auto slot = e.first_up[v]; slot < e.first_up[v + 1]; ++slot) {
      const auto low = core.number_of[v - e.n_eliminated];
      const auto high = core.number_of[e.up_head[slot] - e.n_eliminated];
      arcs.push_back({low, high, 2 * slot});
      arcs.push_back({high, low, 2 * slot + 1});
    }
  }
  std::sort(arcs.begin(), arcs.end(), [](const CoreArc& a, const CoreArc& b) {
    return a.tail != b.tail ? a.tail < b.tail : a.head < b.head;
  });
  core.first_arc.assign(core.rank_of.size() + 1, 0);
  for (const auto& arc : arcs) {
    ++core.first_arc[arc.tail + 1];
    core.head.push_back(arc.head);
    core.place.push_back(arc.place);
  }
  for (std::uint32_t v = 0; v < core.n_nodes(); ++v) core.first_arc[v + 1] += core.first_arc[v];
  return core;
}

}  // namespace pahunch::engine
