#include "geo/network/engine/source_sweeper.h"

#include <algorithm>
#include <cassert>

namespace pahunch::engine {
namespace {

/// Weights of all slots of a metric, made the shortest of all ways over higher ranks.
class Perfecter {
 public:
  Perfecter(const SlotMetric& metric, Flow flow)
      : e_(metric.elimination()),
        up_(metric.upward(flow), metric.upward(flow) + e_.n_slots()),
        down_(metric.downward(flow), metric.downward(flow) + e_.n_slots()),
        slot_to_(e_.n_nodes(), kNone) {
    for (auto v = e_.n_nodes(); v-- > 0;) shorten(v);
  }

  [[nodiscard]] const std::vector<Ms>& down() const { return down_; }

 private:
  /// Tries the ways between v and each of its higher ends over each other one.
  void shorten(std::uint32_t v) {
    const auto begin = e_.first_up[v];
    const auto end = e_.first_up[v + 1];
    for (auto slot = begin; slot < end; ++slot) slot_to_[e_.up_head[slot]] = slot;
    for (auto low = begin; low < end; ++low) {
      const auto u = e_.up_head[low];
      for (auto between = e_.first_up[u]; between < e_.first_up[u + 1]; ++between) {
        const auto high = slot_to_[e_.up_head[between]];
        if (high == kNone) continue;
        down_[low] = std::min(down_[low], up_[between] + down_[high]);
        down_[high] = std::min(down_[high], down_[between] + down_[low]);
        up_[low] = std::min(up_[low], up_[high] + down_[between]);
        up_[high] = std::min(up_[high], up_[low] + up_[between]);
      }
    }
    for (auto slot = begin; slot < end; ++slot) slot_to_[e_.up_head[slot]] = kNone;
  }

  const Elimination& e_;
  std::vector<Ms> up_, down_;
  std::vector<std::uint32_t> slot_to_;  ///< by rank: from the rank at work
};

}  // namespace

SourceSweeper::SourceSweeper(const SlotMetric& metric, Flow flow) : metric_(metric), flow_(flow) {
  const auto& e = metric.elimination();
  assert(e.n_eliminated == e.n_nodes() && metric.width() == Width::kOne);
  const Perfecter perfect(metric, flow);
  kept_.n_eliminated = e.n_eliminated;
  kept_.first_up.assign(1, 0);
  for (std::uint32_t v = 0; v < e.n_nodes(); ++v) {
    for (auto slot = e.first_up[v]; slot < e.first_up[v + 1]; ++slot) {
      const auto weight = metric.downward(flow)[slot];
      // Of ways that are equally long all are kept, so that none is left out for another that is.
      if (weight >= kFarMs || perfect.down()[slot] < weight) continue;
      kept_.up_head.push_back(e.up_head[slot]);
      down_.push_back(weight);
    }
    kept_.first_up.push_back(kept_.n_slots());
  }
}

void SourceSweeper::run(const SeedTable& seeds, LabelField& field) const {
  const auto width = seeds.n_lanes() == 1 ? Width::kOne : Width::kAllLanes;
  field.start(seeds);
  sweep_up(metric_.elimination(), width, field.touched_low(), {metric_.upward(flow_), Width::kOne},
           field.labels());
  sweep_down(kept_, width, {down_.data(), Width::kOne, field.started()}, field.labels());
}

}  // namespace pahunch::engine
