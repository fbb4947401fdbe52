#include "geo/network/engine/order/directions.h"

#include <algorithm>

namespace pahunch::engine {
namespace {

using Hops = std::vector<std::uint32_t>;

std::uint32_t find_farthest(const Hops& hops) {
  return static_cast<std::uint32_t>(std::max_element(hops.begin(), hops.end()) - hops.begin());
}

LineUp subtract(const Hops& a, const Hops& b) {
  LineUp keys(a.size());
  for (std::size_t v = 0; v < a.size(); ++v) {
    keys[v] = static_cast<double>(a[v]) - static_cast<double>(b[v]);
  }
  return keys;
}

/// The node whose smaller hop distance from two others is largest: off to the side of both.
std::uint32_t find_aside(const Hops& a, const Hops& b) {
  Hops smaller(a.size());
  std::transform(a.begin(), a.end(), b.begin(), smaller.begin(),
                 [](auto x, auto y) { return std::min(x, y); });
  return find_farthest(smaller);
}

std::vector<LineUp> line_up_by_hops(const Adjacency& graph) {
  const auto from_first = count_hops(graph, find_farthest(count_hops(graph, 0)));
  const auto from_last = count_hops(graph, find_farthest(from_first));
  const auto from_left = count_hops(graph, find_aside(from_first, from_last));
  const auto from_right = count_hops(graph, find_farthest(from_left));
  auto along = subtract(from_first, from_last);
  auto across = subtract(from_left, from_right);
  LineUp rising(along.size());
  LineUp falling(along.size());
  for (std::size_t v = 0; v < along.size(); ++v) {
    rising[v] = along[v] + across[v];
    falling[v] = along[v] - across[v];
  }
  return {std::move(along), std::move(across), std::move(rising), std::move(falling)};
}

}  // namespace

std::vector<std::uint32_t> count_hops(const Adjacency& graph, std::uint32_t start) {
  Hops hops(graph.n_nodes(), kNone);
  std::vector<std::uint32_t> queue = {start};
  hops[start] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (const auto w : graph.of(queue[i])) {
      if (hops[w] != kNone) continue;
      hops[w] = hops[queue[i]] + 1;
      queue.push_back(w);
    }
  }
  return hops;
}

std::vector<LineUp> find_line_ups(const Adjacency& graph, std::span<const Xy> at) {
  if (at.empty()) return line_up_by_hops(graph);
  std::vector<LineUp> result(4, LineUp(at.size()));
  for (std::size_t v = 0; v < at.size(); ++v) {
    const auto [x, y] = at[v];
    result[0][v] = x;
    result[1][v] = y;
    result[2][v] = x + y;
    result[3][v] = x - y;
  }
  return result;
}

}  // namespace pahunch::engine
