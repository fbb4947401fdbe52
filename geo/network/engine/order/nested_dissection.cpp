#include "geo/network/engine/order/nested_dissection.h"

#include <algorithm>
#include <numeric>

#include "geo/network/engine/order/directions.h"
#include "geo/network/engine/order/low_degree.h"
#include "geo/network/engine/order/vertex_flow.h"

namespace pahunch::engine {
namespace {

/// A part of the graph under local numbers, with the way back.
struct Part {
  Adjacency graph;
  std::vector<Xy> at;
  std::vector<std::uint32_t> node;  ///< in the whole graph
};

struct Cut {
  std::vector<Side> side;
  std::uint32_t n_cut = kNone;
  std::uint32_t n_smaller = 0;

  [[nodiscard]] bool better_than(const Cut& other) const {
    return n_cut != other.n_cut ? n_cut < other.n_cut : n_smaller > other.n_smaller;
  }
};

Cut count_sides(std::vector<Side> side) {
  const auto count = [&](Side which) {
    return static_cast<std::uint32_t>(std::count(side.begin(), side.end(), which));
  };
  Cut cut{{}, count(Side::kCut), std::min(count(Side::kSource), count(Side::kSink))};
  cut.side = std::move(side);
  return cut;
}

/// The `n_end` nodes of smallest key are sources, those of largest key sinks; ties by node.
std::vector<Terminal> find_terminals(const LineUp& keys, std::size_t n_end) {
  std::vector<std::uint32_t> nodes(keys.size());
  std::iota(nodes.begin(), nodes.end(), 0);
  const auto before = [&keys](auto a, auto b) {
    return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
  };
  const auto n = static_cast<std::ptrdiff_t>(n_end);
  std::nth_element(nodes.begin(), nodes.begin() + n, nodes.end(), before);
  std::nth_element(nodes.begin() + n, nodes.end() - n, nodes.end(), before);
  std::vector<Terminal> terminal(keys.size(), Terminal::kNeither);
  std::for_each(nodes.begin(), nodes.begin() + n, [&](auto v) { terminal[v] = Terminal::kSource; });
  std::for_each(nodes.end() - n, nodes.end(), [&](auto v) { terminal[v] = Terminal::kSink; });
  return terminal;
}

class Dissection {
 public:
  Dissection(const DissectionOptions& options, std::size_t n_nodes)
      : options_(options), local_of_(n_nodes, kNone) {
    order_.reserve(n_nodes);
  }

  /// Appends the nodes of the part to the order.
  void order(const Part& part) {
    if (part.node.size() <= options_.leaf_nodes) return order_leaf(part);
    const auto hops = count_hops(part.graph, 0);
    const auto reached = [&](std::uint32_t v) { return hops[v] != kNone; };
    const auto n = part.graph.n_nodes();
    if (std::count(hops.begin(), hops.end(), kNone) > 0) {
      order(select(part, reached));
      return order(select(part, [&](std::uint32_t v) { return !reached(v); }));
    }
    const auto cut = find_cut(part);
    for (const auto side : {Side::kSource, Side::kSink}) {
      order(select(part, [&](std::uint32_t v) { return cut.side[v] == side; }));
    }
    for (std::uint32_t v = 0; v < n; ++v) {
      if (cut.side[v] == Side::kCut) order_.push_back(part.node[v]);
    }
  }

  std::vector<std::uint32_t> take() { return std::move(order_); }

 private:
  void order_leaf(const Part& part) {
    for (const auto v : eliminate_low_degree(part.graph, options_.leaf_nodes).eliminated) {
      order_.push_back(part.node[v]);
    }
  }

  [[nodiscard]] Cut find_cut(const Part& part) const {
    const auto n_end =
        static_cast<std::size_t>(options_.end_frac * static_cast<double>(part.node.size()));
    Cut best;
    for (const auto& keys : find_line_ups(part.graph, part.at)) {
      const auto limit = best.n_cut == kNone ? kNone : best.n_cut + 1;
      auto side = find_vertex_cut(part.graph, find_terminals(keys, n_end), limit);
      if (!side) continue;
      auto cut = count_sides(std::move(*side));
      if (cut.better_than(best)) best = std::move(cut);
    }
    return best;
  }

  template <class Wanted>
  Part select(const Part& part, Wanted wanted) {
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t v = 0; v < part.graph.n_nodes(); ++v) {
      if (wanted(v)) nodes.push_back(v);
    }
    Part result{extract_part(part.graph, nodes, local_of_), {}, {}};
    for (const auto v : nodes) {
      result.node.push_back(part.node[v]);
      if (!part.at.empty()) result.at.push_back(part.at[v]);
    }
    return result;
  }

  DissectionOptions options_;
  std::vector<std::uint32_t> local_of_, order_;
};

}  // namespace

std::vector<std::uint32_t> dissect(const Adjacency& graph, std::span<const Xy> at,
                                   const DissectionOptions& options) {
  Part whole{graph, {at.begin(), at.end()}, std::vector<std::uint32_t>(graph.n_nodes())};
  std::iota(whole.node.begin(), whole.node.end(), 0);
  Dissection dissection(options, graph.n_nodes());
  dissection.order(whole);
  return dissection.take();
}

}  // namespace pahunch::engine
