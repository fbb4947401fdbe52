#include "geo/network/engine/elimination.h"

#include <algorithm>
#include <numeric>

namespace pahunch::engine {
namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

std::vector<std::uint32_t> invert(const std::vector<std::uint32_t>& permutation) {
  std::vector<std::uint32_t> inverse(permutation.size());
  for (std::uint32_t i = 0; i < permutation.size(); ++i) inverse[permutation[i]] = i;
  return inverse;
}

/// Higher ends of each rank, ascending: those of the graph, and what elimination adds.
Lists find_higher_ends(const RoadGraph& graph, const Elimination& result) {
  Lists higher(graph.n_nodes());
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) {
    const auto [low, high] =
        std::minmax(result.rank_of[graph.tail[a]], result.rank_of[graph.head[a]]);
    if (low != high) higher[low].push_back(high);
  }
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    auto& of_v = higher[v];
    std::sort(of_v.begin(), of_v.end());
    of_v.erase(std::unique(of_v.begin(), of_v.end()), of_v.end());
    if (v >= result.n_eliminated) continue;
    // An eliminated parent hands on what it is joined to; core nodes must be joined here.
    for (std::size_t i = 0; i < of_v.size(); ++i) {
      auto& of_higher = higher[of_v[i]];
      of_higher.insert(of_higher.end(), of_v.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                       of_v.end());
      if (of_v.front() < result.n_eliminated) break;
    }
  }
  return higher;
}

std::uint32_t get_parent(const Lists& higher, std::uint32_t v) {
  return higher[v].empty() ? kNone : higher[v].front();
}

/// New ranks: a child's subtree directly before it among its siblings', the parent after them all.
/// Nodes without an eliminated parent are taken in order of the core node they hang from.
std::vector<std::uint32_t> find_postorder(const Lists& higher, std::uint32_t n_eliminated) {
  std::vector<std::uint32_t> size(n_eliminated, 1), roots;
  for (std::uint32_t v = 0; v < n_eliminated; ++v) {
    const auto parent = get_parent(higher, v);
    if (parent < n_eliminated) {
      size[parent] += size[v];
    } else {
      roots.push_back(v);
    }
  }
  std::stable_sort(roots.begin(), roots.end(), [&higher](auto a, auto b) {
    return get_parent(higher, a) < get_parent(higher, b);
  });
  std::vector<std::uint32_t> rank(higher.size());
  std::iota(rank.begin(), rank.end(), 0);
  std::uint32_t start = 0;
  for (const auto root : roots) {
    start += size[root];
    rank[root] = start - 1;
  }
  auto free_below = std::vector<std::uint32_t>(n_eliminated, kNone);
  for (std::uint32_t v = n_eliminated; v-- > 0;) {
    const auto parent = get_parent(higher, v);
    if (parent < n_eliminated) {
      rank[v] = free_below[parent] - 1;
      free_below[parent] -= size[v];
    }
    free_below[v] = rank[v];
  }
  return rank;
}

void renumber(const std::vector<std::uint32_t>& new_of_old, Elimination& result, Lists& higher) {
  Lists moved(higher.size());
  for (std::uint32_t v = 0; v < higher.size(); ++v) {
    for (auto& w : higher[v]) w = new_of_old[w];
    std::sort(higher[v].begin(), higher[v].end());
    moved[new_of_old[v]] = std::move(higher[v]);
  }
  higher = std::move(moved);
  for (auto& rank : result.rank_of) rank = new_of_old[rank];
  result.node_of = invert(result.rank_of);
}

void set_slots(const Lists& higher, Elimination& result) {
  result.first_up.assign(1, 0);
  result.first_down.assign(higher.size() + 1, 0);
  for (std::uint32_t v = 0; v < higher.size(); ++v) {
    result.up_head.insert(result.up_head.end(), higher[v].begin(), higher[v].end());
    result.first_up.push_back(result.n_slots());
    if (v >= result.n_eliminated) continue;
    for (const auto w : higher[v]) ++result.first_down[w + 1];
  }
  std::partial_sum(result.first_down.begin(), result.first_down.end(), result.first_down.begin());
  result.down_tail.resize(result.first_down.back());
  result.down_slot.resize(result.first_down.back());
  auto next = result.first_down;
  for (std::uint32_t v = 0; v < result.n_eliminated; ++v) {
    for (auto slot = result.first_up[v]; slot < result.first_up[v + 1]; ++slot) {
      const auto at = next[result.up_head[slot]]++;
      result.down_tail[at] = v;
      result.down_slot[at] = slot;
    }
  }
}

void set_places(const RoadGraph& graph, Elimination& result) {
  std::vector<std::uint32_t> place(graph.n_arcs(), kNone);
  for (std::uint32_t a = 0; a < graph.n_arcs(); ++a) {
    const auto tail = result.rank_of[graph.tail[a]];
    const auto head = result.rank_of[graph.head[a]];
    if (tail == head) continue;
    const auto [low, high] = std::minmax(tail, head);
    const auto begin = result.up_head.begin() + result.first_up[low];
    const auto end = result.up_head.begin() + result.first_up[low + 1];
    const auto slot = std::lower_bound(begin, end, high) - result.up_head.begin();
    place[a] = static_cast<std::uint32_t>(slot) * 2 + (tail > head ? 1 : 0);
    result.arc_in_order.push_back(a);
  }
  std::stable_sort(result.arc_in_order.begin(), result.arc_in_order.end(),
                   [&place](auto a, auto b) { return place[a] < place[b]; });
  for (const auto a : result.arc_in_order) result.place_in_order.push_back(place[a]);
}

}  // namespace

Elimination eliminate(const RoadGraph& graph, const EliminationOrder& order, Extent extent) {
  Elimination result;
  result.rank_of = invert(order.node);
  result.n_eliminated = extent == Extent::kAll ? graph.n_nodes() : order.n_low_degree;
  auto higher = find_higher_ends(graph, result);
  renumber(find_postorder(higher, result.n_eliminated), result, higher);
  set_slots(higher, result);
  set_places(graph, result);
  return result;
}

}  // namespace pahunch::engine
