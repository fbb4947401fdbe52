/// \file
/// Solves the core for `kLanes` metrics side by side, by correcting labels in an order that is
/// about right for all of them: that of its ranks.
///
/// Nodes whose label improved in any lane wait in a bitmap over that order. It is worked through
/// in blocks, each until nothing in it waits, and again from the front while anything does. Where
/// ranks follow the distances of a metric not too unlike, a node is scanned about 1.4 times. There
/// is no good worst case, so a budget of scans ends the attempt; the caller then takes a way that
/// has one.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/engine/core_graph.h"
#include "geo/network/engine/label_field.h"
#include "geo/network/engine/slot_metric.h"

namespace pahunch::engine {

class CoreSweeper {
 public:
  explicit CoreSweeper(const CoreGraph& core);  ///< which must outlive this

  /// From the core labels that the upward sweep of `field` left, to final ones. False when more
  /// than `max_scans` scans would be needed; then the labels of the field are of no use.
  bool solve(const SlotMetric& metric, Flow flow, std::uint64_t max_scans, LabelField& field);

  [[nodiscard]] std::uint64_t n_scans() const { return n_scans_; }  ///< of the last `solve`

 private:
  const CoreGraph& core_;
  std::vector<std::uint64_t> waiting_;  ///< bitmap over the core
  std::uint64_t n_scans_ = 0;
};

}  // namespace pahunch::engine
