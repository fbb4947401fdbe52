#include "geo/network/engine/order/vertex_flow.h"

#include <cassert>

namespace pahunch::engine {
namespace {

constexpr std::uint32_t kOutside = kNone - 1;  // the super source, the super sink

/// Each node is split into an entry (state 2v) and an exit (2v+1) joined by an arc of capacity one.
/// As no node carries more than one unit, a flow is kept as the node before and after on its path.
class VertexFlow {
 public:
  VertexFlow(const Adjacency& graph, const std::vector<Terminal>& terminal)
      : graph_(graph),
        terminal_(terminal),
        before_(graph.n_nodes(), kNone),
        level_(std::size_t{graph.n_nodes()} * 2),
        next_edge_(level_.size()) {}

  /// False when the flow reaches `limit`.
  bool maximise(std::uint32_t limit) {
    while (set_levels()) {
      next_edge_.assign(next_edge_.size(), 0);
      for (std::uint32_t v = 0; v < graph_.n_nodes(); ++v) {
        if (terminal_[v] == Terminal::kSource && find_path(v)) {
          push_along_path();
          if (++flow_ >= limit) return false;
        }
      }
    }
    return true;
  }

  /// After `maximise`: what the sources still reach lies on their side.
  [[nodiscard]] std::vector<Side> sides() const {
    std::vector<Side> result(graph_.n_nodes());
    for (std::uint32_t v = 0; v < graph_.n_nodes(); ++v) {
      const bool entry = level_[entry_of(v)] != kNone;
      const bool exit = level_[exit_of(v)] != kNone;
      result[v] = exit ? Side::kSource : entry ? Side::kCut : Side::kSink;
    }
    return result;
  }

 private:
  static std::uint32_t entry_of(std::uint32_t v) { return 2 * v; }
  static std::uint32_t exit_of(std::uint32_t v) { return 2 * v + 1; }
  static std::uint32_t node_of(std::uint32_t state) { return state / 2; }
  static bool is_exit(std::uint32_t state) { return state % 2 == 1; }
  [[nodiscard]] bool carries_flow(std::uint32_t v) const { return before_[v] != kNone; }
  [[nodiscard]] bool is_sink_exit(std::uint32_t state) const {
    return is_exit(state) && terminal_[node_of(state)] == Terminal::kSink;
  }

  /// Edge 0 of a state stays within a node or takes back flow into it; edges 1, 2, … of an exit
  /// lead to the neighbours. `kNone`: no such edge in the residual graph just now.
  [[nodiscard]] std::uint32_t follow(std::uint32_t state, std::uint32_t edge) const {
    const auto v = node_of(state);
    if (edge > 0) return entry_of(graph_.neighbour[graph_.first[v] + edge - 1]);
    if (is_exit(state)) return carries_flow(v) ? entry_of(v) : kNone;
    if (!carries_flow(v)) return exit_of(v);
    return before_[v] == kOutside ? kNone : exit_of(before_[v]);
  }
  [[nodiscard]] std::uint32_t n_edges(std::uint32_t state) const {
    const auto v = node_of(state);
    return is_exit(state) ? graph_.first[v + 1] - graph_.first[v] + 1 : 1;
  }

  /// Breadth-first levels from the sources; true when a sink is reached.
  bool set_levels() {
    level_.assign(level_.size(), kNone);
    queue_.clear();
    for (std::uint32_t v = 0; v < graph_.n_nodes(); ++v) {
      if (terminal_[v] == Terminal::kSource) {
        level_[entry_of(v)] = 0;
        queue_.push_back(entry_of(v));
      }
    }
    bool reached = false;
    for (std::size_t i = 0; i < queue_.size(); ++i) {
      const auto state = queue_[i];
      reached = reached || is_sink_exit(state);
      for (std::uint32_t edge = 0; edge < n_edges(state); ++edge) {
        const auto to = follow(state, edge);
        if (to == kNone || level_[to] != kNone) continue;
        level_[to] = level_[state] + 1;
        queue_.push_back(to);
      }
    }
    return reached;
  }

  /// Depth-first along the levels to any sink; the states passed are left in `path_`.
  bool find_path(std::uint32_t source) {
    path_.assign(1, entry_of(source));
    while (!path_.empty()) {
      const auto state = path_.back();
      if (is_sink_exit(state)) return true;
      const auto edge = next_edge_[state];
      if (edge == n_edges(state)) {
        path_.pop_back();
        if (!path_.empty()) ++next_edge_[path_.back()];
        continue;
      }
      const auto to = follow(state, edge);
      if (to != kNone && level_[to] == level_[state] + 1) {
        path_.push_back(to);
      } else {
        ++next_edge_[state];
      }
    }
    return false;
  }

  void push_along_path() {
    before_[node_of(path_.front())] = kOutside;
    for (std::size_t i = 1; i < path_.size(); ++i) {
      const auto from = path_[i - 1];
      const auto to = path_[i];
      if (node_of(from) == node_of(to)) {
        if (is_exit(from)) before_[node_of(to)] = kNone;  // the node's flow is taken back
      } else if (is_exit(from)) {
        before_[node_of(to)] = node_of(from);
      }
    }
  }

  const Adjacency& graph_;
  const std::vector<Terminal>& terminal_;
  std::vector<std::uint32_t> before_;  // on the path through a node; kNone: no flow through it
  std::vector<std::uint32_t> level_, next_edge_;  // by state
  std::vector<std::uint32_t> queue_, path_;
  std::uint32_t flow_ = 0;
};

}  // namespace

std::optional<std::vector<Side>> find_vertex_cut(const Adjacency& graph,
                                                 const std::vector<Terminal>& terminal,
                                                 std::uint32_t give_up_at) {
  assert(terminal.size() == graph.n_nodes());
  VertexFlow flow(graph, terminal);
  if (!flow.maximise(give_up_at)) return std::nullopt;
  return flow.sides();
}

}  // namespace pahunch::engine
