#include "geo/network/engine/core_sweeper.h"

#include <algorithm>

#include "geo/network/engine/core_kernel.h"

namespace pahunch::engine {

CoreSweeper::CoreSweeper(const Elimination& elimination, const CoreGraph& core)
    : elimination_(elimination),
      core_(core),
      distance_(core.n_nodes() * kLanes),
      label_(distance_.size()),
      waiting_((core.n_nodes() + 63) / 64) {}

bool CoreSweeper::solve(const SlotMetric& metric, Flow flow, std::uint64_t max_scans,
                        LabelField& field) {
  std::fill_n(distance_.data(), distance_.size(), kFarMs);
  std::fill_n(label_.data(), label_.size(), kNone);
  std::fill(waiting_.begin(), waiting_.end(), 0);
  const Labels all = field.labels();
  for (const auto rank : field.touched_core()) {
    const auto v = core_.number_of[rank - elimination_.n_eliminated];
    std::copy_n(all.distance + rank * kLanes, kLanes, distance_.data() + v * kLanes);
    std::copy_n(all.label + rank * kLanes, kLanes, label_.data() + v * kLanes);
    mark(v);
  }
  const CoreWork work{core_, metric.upward(flow), metric.downward(flow), waiting_, max_scans};
  n_scans_ = correct_core_labels(work, {distance_.data(), label_.data()});
  for (std::uint32_t v = 0; v < core_.n_nodes(); ++v) {
    const auto rank = core_.rank_of[v];
    std::copy_n(distance_.data() + v * kLanes, kLanes, all.distance + rank * kLanes);
    std::copy_n(label_.data() + v * kLanes, kLanes, all.label + rank * kLanes);
  }
  return n_scans_ <= max_scans;
}

}  // namespace pahunch::engine
