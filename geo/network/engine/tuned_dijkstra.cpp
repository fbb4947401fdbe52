#include "geo/network/engine/tuned_dijkstra.h"

#include <algorithm>

namespace pahunch::engine {
namespace {

constexpr std::uint64_t pack(Ms time, std::uint32_t label) {
  return (std::uint64_t{time} << 32) | label;
}
constexpr Ms get_time(std::uint64_t key) { return static_cast<Ms>(key >> 32); }

}  // namespace

TunedDijkstra::TunedDijkstra(const Elimination& elimination)
    : elimination_(elimination),
      core_(make_core_graph(elimination)),
      metric_(elimination, Width::kOne, Symmetry::kDirected) {}

void TunedDijkstra::customise(const FillWeights& fill) {
  metric_.customise(fill);
  std::uint64_t sum = 0;
  std::uint64_t n_open = 0;
  longest_ = 0;
  for (const auto flow : {Flow::kFromSeeds, Flow::kToSeeds}) {
    auto& weights = core_weight_[static_cast<std::size_t>(flow)];
    weights.resize(core_.head.size());
    for (std::size_t a = 0; a < weights.size(); ++a) {
      const auto place = core_.place[a];
      weights[a] = (place % 2 == 0 ? metric_.upward(flow) : metric_.downward(flow))[place / 2];
      if (weights[a] >= kFarMs) continue;
      longest_ = std::max(longest_, weights[a]);
      sum += weights[a];
      ++n_open;
    }
  }
  mean_ = n_open == 0 ? 0 : static_cast<Ms>(sum / n_open);
}

const LabelField& TunedDijkstra::Search::run(const SeedTable& seeds, Flow flow) {
  const auto& e = engine_.elimination_;
  const auto& metric = engine_.metric_;
  field_.start(seeds);
  const auto labels = field_.labels();
  sweep_up(e, Width::kOne, field_.touched_low(), {metric.upward(flow), Width::kOne}, labels);
  search_core(flow);
  for (std::uint32_t v = 0; v < best_.size(); ++v) {
    labels.distance[engine_.core_.first_rank + v] = get_time(best_[v]);
    labels.label[engine_.core_.first_rank + v] = static_cast<std::uint32_t>(best_[v]);
  }
  sweep_down(e, Width::kOne, {metric.downward(flow), Width::kOne, field_.started()}, labels);
  return field_;
}

/// Seeds wait apart, latest first, as they may start later than the queue can look ahead.
void TunedDijkstra::Search::push_seeds() {
  best_.assign(best_.size(), pack(kFarMs, kNone));
  waiting_.clear();
  const auto labels = field_.labels();
  for (const auto rank : field_.touched_core()) {
    if (labels.distance[rank] >= kFarMs) continue;
    const auto v = rank - engine_.core_.first_rank;
    best_[v] = pack(labels.distance[rank], labels.label[rank]);
    waiting_.push_back({best_[v], v});
  }
  std::sort(waiting_.begin(), waiting_.end(),
            [](const auto& a, const auto& b) { return a.key > b.key; });
}

void TunedDijkstra::Search::search_core(Flow flow) {
  const auto& core = engine_.core_;
  const auto& weight = engine_.core_weight_[static_cast<std::size_t>(flow)];
  push_seeds();
  queue_.set_weights(engine_.longest_, engine_.mean_);
  while (!queue_.empty() || !waiting_.empty()) {
    if (queue_.empty()) queue_.rewind(get_time(waiting_.back().key));
    while (!waiting_.empty() && queue_.admits(get_time(waiting_.back().key))) {
      queue_.push(get_time(waiting_.back().key), waiting_.back());
      waiting_.pop_back();
    }
    const auto [key, v] = queue_.pop();
    if (key != best_[v]) continue;
    for (auto a = core.first_arc[v]; a < core.first_arc[v + 1]; ++a) {
      const auto next = key + (std::uint64_t{weight[a]} << 32);
      const auto to = core.head[a];
      if (next >= best_[to] || get_time(next) >= kFarMs) continue;
      best_[to] = next;
      queue_.push(get_time(next), {next, to});
    }
  }
}

}  // namespace pahunch::engine
