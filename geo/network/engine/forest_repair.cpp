#include "geo/network/engine/forest_repair.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace pahunch::engine {
namespace {

constexpr std::uint64_t pack(Ms time, std::uint32_t label) {
  return (std::uint64_t{time} << 32) | label;
}
constexpr std::uint64_t kFarKey = pack(kFarMs, kNone);

/// The key after an arc; far when it would pass the largest time.
constexpr std::uint64_t later_by(std::uint64_t key, Ms weight) {
  const auto sum = key + (std::uint64_t{weight} << 32);
  return (sum >> 32) >= kFarMs ? kFarKey : sum;
}

constexpr std::uint64_t get_key(const Seed& seed) {
  return seed.start >= kFarMs ? kFarKey : pack(seed.start, seed.label);
}

}  // namespace

ForestRepair::ForestRepair(const RoadGraph& graph, std::span<const Ms> base,
                           std::span<const Seed> seeds)
    : seeds_(seeds.begin(), seeds.end()), best_(graph.n_nodes(), kFarKey) {
  build_forest(graph, base);

  auto renumbered = renumber_nodes(graph, place_of_);
  graph_ = std::move(renumbered.graph);
  arc_of_given_ = std::move(renumbered.arc_of_input);
  weight_.resize(base.size());
  for (std::size_t a = 0; a < base.size(); ++a) weight_[arc_of_given_[a]] = base[a];
  for (auto& via : via_) via = via == kNone ? kNone : arc_of_given_[via];

  auto reversed = reverse_arcs(graph_);
  first_in_ = std::move(reversed.graph.first_arc);
  in_arc_.resize(base.size());
  for (std::uint32_t a = 0; a < in_arc_.size(); ++a) in_arc_[reversed.arc_of_input[a]] = a;

  has_seed_.assign(graph.n_nodes(), 0);
  for (auto& seed : seeds_) {
    seed.node = place_of_[seed.node];
    has_seed_[seed.node] = 1;
  }
  std::sort(seeds_.begin(), seeds_.end(),
            [](const Seed& a, const Seed& b) { return a.node < b.node; });
  closed_.assign(seeds_.size(), 0);
}

/// Dijkstra over the graph as given; then everything by node moves to its place.
void ForestRepair::build_forest(const RoadGraph& graph, std::span<const Ms> base) {
  std::vector<std::uint32_t> via(graph.n_nodes(), kNone);
  for (const auto& seed : seeds_) {
    if (get_key(seed) < best_[seed.node]) {
      best_[seed.node] = get_key(seed);
      heap_.push_back({best_[seed.node], seed.node});
    }
  }
  std::make_heap(heap_.begin(), heap_.end(), std::greater<>());
  std::vector<std::uint32_t> settled;
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const auto [key, v] = heap_.back();
    heap_.pop_back();
    if (key != best_[v]) continue;
    settled.push_back(v);
    for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) {
      const auto next = later_by(key, base[a]);
      const auto to = graph.head[a];
      if (next >= best_[to]) continue;
      best_[to] = next;
      via[to] = a;
      heap_.push_back({next, to});
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    }
  }
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    if (best_[v] == kFarKey) settled.push_back(v);
  }
  std::vector<std::uint32_t> parent(graph.n_nodes(), kNone);
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    if (via[v] != kNone) parent[v] = graph.tail[via[v]];
  }
  number_nodes(settled, parent);
  std::vector<Key> best(best_.size());
  via_.resize(via.size());
  for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
    best[place_of_[v]] = best_[v];
    via_[place_of_[v]] = via[v];
  }
  best_ = std::move(best);
}

/// Preorder. `settled` names every node once, parents before their children.
void ForestRepair::number_nodes(std::span<const std::uint32_t> settled,
                                std::span<const std::uint32_t> parent) {
  std::vector<std::uint32_t> size(parent.size(), 1);
  for (std::size_t i = settled.size(); i-- > 0;) {
    if (parent[settled[i]] != kNone) size[parent[settled[i]]] += size[settled[i]];
  }
  place_of_.resize(parent.size());
  end_.resize(parent.size());
  std::vector<std::uint32_t> next_child(parent.size());
  std::uint32_t next_root = 0;
  for (const auto v : settled) {
    auto& next = parent[v] == kNone ? next_root : next_child[parent[v]];
    place_of_[v] = next;
    next += size[v];
    next_child[v] = place_of_[v] + 1;
    end_[place_of_[v]] = place_of_[v] + size[v];
  }
}

std::optional<std::uint32_t> ForestRepair::find_label(std::uint32_t node) const {
  const auto key = best_[place_of_[node]];
  if (key >= pack(kFarMs, 0)) return std::nullopt;
  return static_cast<std::uint32_t>(key);
}

void ForestRepair::apply(const StateChange& change) {
  undo();
  change_weights(change);
  close_seeds(change);
  enter_anew(merge_invalid());
  for (const auto& arc : change.arcs) {
    const auto a = arc_of_given_[arc.arc];
    improve(graph_.head[a], later_by(best_[graph_.tail[a]], weight_[a]));
  }
  for (const auto& seed : change.added) improve(place_of_[seed.node], get_key(seed));
  spread();
}

void ForestRepair::undo() {
  for (std::size_t i = undo_keys_.size(); i-- > 0;)
    best_[undo_keys_[i].first] = undo_keys_[i].second;
  for (const auto& [arc, weight] : undo_weights_) weight_[arc] = weight;
  undo_keys_.clear();
  undo_weights_.clear();
  std::fill(closed_.begin(), closed_.end(), 0);
}

void ForestRepair::change_weights(const StateChange& change) {
  for (const auto& arc : change.arcs) {
    const auto a = arc_of_given_[arc.arc];
    if (arc.weight > weight_[a] && via_[graph_.head[a]] == a) invalidate(graph_.head[a]);
    undo_weights_.emplace_back(a, weight_[a]);
    weight_[a] = arc.weight;
  }
}

void ForestRepair::close_seeds(const StateChange& change) {
  if (change.closed.empty()) return;
  for (std::size_t i = 0; i < seeds_.size(); ++i) {
    if (std::ranges::count(change.closed, seeds_[i].label) == 0) continue;
    closed_[i] = 1;
    const auto v = seeds_[i].node;
    if (via_[v] == kNone && best_[v] == get_key(seeds_[i])) invalidate(v);
  }
}

/// The outermost of the invalid ranges, which are nested or disjoint.
std::vector<ForestRepair::Range> ForestRepair::merge_invalid() {
  std::sort(invalid_.begin(), invalid_.end());
  std::vector<Range> ranges;
  for (const auto& range : invalid_) {
    if (ranges.empty() || range.first >= ranges.back().second) ranges.push_back(range);
  }
  invalid_.clear();
  return ranges;
}

void ForestRepair::enter_anew(const std::vector<Range>& ranges) {
  for (const auto& [begin, end] : ranges) {
    for (auto v = begin; v < end; ++v) {
      undo_keys_.emplace_back(v, best_[v]);
      best_[v] = kFarKey;
    }
  }
  for (const auto& [begin, end] : ranges) {
    for (auto v = begin; v < end; ++v) {
      auto key = kFarKey;
      for (auto i = first_in_[v]; i < first_in_[v + 1]; ++i) {
        const auto a = in_arc_[i];
        key = std::min(key, later_by(best_[graph_.tail[a]], weight_[a]));
      }
      if (has_seed_[v] != 0) {
        auto seed =
            std::lower_bound(seeds_.begin(), seeds_.end(), v,
                             [](const Seed& s, std::uint32_t node) { return s.node < node; });
        for (; seed != seeds_.end() && seed->node == v; ++seed) {
          if (closed_[static_cast<std::size_t>(seed - seeds_.begin())] == 0) {
            key = std::min(key, get_key(*seed));
          }
        }
      }
      improve(v, key);
    }
  }
}

void ForestRepair::improve(std::uint32_t node, Key key) {
  if (key >= best_[node]) return;
  undo_keys_.emplace_back(node, best_[node]);
  best_[node] = key;
  heap_.push_back({key, node});
  std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
}

void ForestRepair::spread() {
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
    const auto [key, v] = heap_.back();
    heap_.pop_back();
    if (key != best_[v]) continue;
    for (auto a = graph_.first_arc[v]; a < graph_.first_arc[v + 1]; ++a) {
      improve(graph_.head[a], later_by(key, weight_[a]));
    }
  }
}

}  // namespace pahunch::engine
