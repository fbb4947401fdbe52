#include "geo/network/engine/core_graph.h"

#include <numeric>

namespace pahunch::engine {
namespace {

/// Calls `work(low, high, slot)` for each core slot, core numbers ascending by the lower end.
template <class Work>
void for_each_core_slot(const Elimination& e, Work work) {
  for (auto v = e.n_eliminated; v < e.n_nodes(); ++v) {
    for (auto slot = e.first_up[v]; slot < e.first_up[v + 1]; ++slot) {
      work(v - e.n_eliminated, e.up_head[slot] - e.n_eliminated, slot);
    }
  }
}

}  // namespace

CoreGraph make_core_graph(const Elimination& e) {
  CoreGraph core;
  core.first_rank = e.n_eliminated;
  core.first_arc.assign(e.n_nodes() - e.n_eliminated + 1, 0);
  for_each_core_slot(e, [&core](auto low, auto high, auto) {
    ++core.first_arc[low + 1];
    ++core.first_arc[high + 1];
  });
  std::partial_sum(core.first_arc.begin(), core.first_arc.end(), core.first_arc.begin());
  core.head.resize(core.first_arc.back());
  core.place.resize(core.first_arc.back());
  auto next = core.first_arc;
  const auto add = [&](std::uint32_t tail, std::uint32_t head, std::uint32_t place) {
    core.head[next[tail]] = head;
    core.place[next[tail]++] = place;
  };
  // First the arcs down, then those up: their heads ascend.
  for_each_core_slot(e, [&add](auto low, auto high, auto slot) { add(high, low, 2 * slot + 1); });
  for_each_core_slot(e, [&add](auto low, auto high, auto slot) { add(low, high, 2 * slot); });
  return core;
}

}  // namespace pahunch::engine
