#include "geo/network/engine/order/low_degree.h"

#include <algorithm>
#include <deque>

namespace pahunch::engine {
namespace {

class Eliminator {
 public:
  Eliminator(const Adjacency& graph, std::uint32_t max_degree)
      : around_(graph.n_nodes()),
        gone_(graph.n_nodes(), false),
        waiting_(std::size_t{max_degree} + 1) {
    for (std::uint32_t v = 0; v < graph.n_nodes(); ++v) {
      around_[v].assign(graph.of(v).begin(), graph.of(v).end());
      enqueue(v);
    }
  }

  LowDegree run() {
    LowDegree result;
    for (std::uint32_t v = next(); v != kNone; v = next()) {
      eliminate(v);
      result.eliminated.push_back(v);
    }
    for (std::uint32_t v = 0; v < around_.size(); ++v) {
      if (!gone_[v]) result.core.push_back(v);
    }
    result.core_graph = get_core_graph(result.core);
    return result;
  }

 private:
  void enqueue(std::uint32_t v) {
    const auto degree = around_[v].size();
    if (degree < waiting_.size()) waiting_[degree].push_back(v);
  }

  /// A node of least degree; a node waits once for each degree it had, and counts at its last.
  std::uint32_t next() {
    for (std::size_t degree = 0; degree < waiting_.size(); ++degree) {
      auto& queue = waiting_[degree];
      while (!queue.empty()) {
        const auto v = queue.front();
        queue.pop_front();
        if (!gone_[v] && around_[v].size() == degree) return v;
      }
    }
    return kNone;
  }

  void eliminate(std::uint32_t v) {
    gone_[v] = true;
    const auto& neighbours = around_[v];
    for (const auto a : neighbours) {
      auto& of_a = around_[a];
      of_a.erase(std::find(of_a.begin(), of_a.end(), v));
      for (const auto b : neighbours) {
        if (a != b && std::find(of_a.begin(), of_a.end(), b) == of_a.end()) of_a.push_back(b);
      }
    }
    for (const auto a : neighbours) enqueue(a);
    std::vector<std::uint32_t>().swap(around_[v]);
  }

  [[nodiscard]] Adjacency get_core_graph(const std::vector<std::uint32_t>& core) const {
    Adjacency all;
    for (const auto& of_v : around_) {
      all.neighbour.insert(all.neighbour.end(), of_v.begin(), of_v.end());
      all.first.push_back(static_cast<std::uint32_t>(all.neighbour.size()));
    }
    std::vector<std::uint32_t> local_of(around_.size(), kNone);
    return extract_part(all, core, local_of);
  }

  std::vector<std::vector<std::uint32_t>> around_;
  std::vector<bool> gone_;
  std::vector<std::deque<std::uint32_t>> waiting_;
};

}  // namespace

LowDegree eliminate_low_degree(const Adjacency& graph, std::uint32_t max_degree) {
  return Eliminator(graph, max_degree).run();
}

}  // namespace pahunch::engine
