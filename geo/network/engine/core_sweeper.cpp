#include "geo/network/engine/core_sweeper.h"

#include <algorithm>

#include "geo/network/engine/core_kernel.h"

namespace pahunch::engine {

CoreSweeper::CoreSweeper(const CoreGraph& core)
    : core_(core), waiting_((core.n_nodes() + 63) / 64) {}

bool CoreSweeper::solve(const SlotMetric& metric, Flow flow, std::uint64_t max_scans,
                        LabelField& field) {
  std::fill(waiting_.begin(), waiting_.end(), 0);
  field.start_core();
  for (const auto rank : field.touched_core()) {
    const auto v = rank - core_.first_rank;
    waiting_[v / 64] |= std::uint64_t{1} << (v % 64);
  }
  const auto all = field.labels();
  const auto first = std::size_t{core_.first_rank} * kLanes;
  const CoreWork work{core_, metric.upward(flow), metric.downward(flow), waiting_, max_scans};
  n_scans_ = correct_core_labels(work, {all.distance + first, all.label + first});
  return n_scans_ <= max_scans;
}

}  // namespace pahunch::engine
