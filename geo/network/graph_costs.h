/// \file
/// Least costs in a bare graph with integer weights, many at once: what the engine of the travel
/// times does to a network, for anybody's public graph.
///
/// Cost: preparing about five seconds for a million arcs; then a block of sixteen nodes at a time,
/// each some milliseconds for a million arcs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/model/arc_list.h"
#include "geo/network/engine/elimination.h"
#include "geo/network/engine/slot_metric.h"

namespace pahunch {

class GraphCosts {
 public:
  static constexpr std::size_t kBlock = engine::kLanes;
  /// A way that costs more counts as none.
  static constexpr std::uint32_t kMaxCost = engine::kFarMs - 1;

  explicit GraphCosts(const ArcList& arcs);

  [[nodiscard]] std::uint32_t n_nodes() const { return elimination_.n_nodes(); }

  /// Along the arcs from each of `from` to each of `to`: a row for each of `to`, in their order;
  /// none where there is no way. Preconditions: nodes of the graph; at most `kBlock` of `to`.
  [[nodiscard]] std::vector<std::vector<std::optional<std::uint32_t>>> find(
      std::span<const std::uint32_t> from, std::span<const std::uint32_t> to) const;

 private:
  engine::Elimination elimination_;
  std::optional<engine::SlotMetric> metric_;
};

}  // namespace pahunch
