/// \file
/// A network prepared for many questions at once: its junctions in an order in which they can be
/// eliminated, whatever the roads' times are (a customisable contraction hierarchy; Dibbelt,
/// Strasser, Wagner 2016). Made once for a network; every profile, season and state of the roads
/// shares it.
///
/// Cost of preparing: about five seconds for a million links. Memory: some 100 bytes a link.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "geo/network/engine/elimination.h"
#include "geo/network/engine/label_field.h"
#include "geo/network/engine/slot_metric.h"
#include "geo/network/sweep.h"

namespace pahunch {

class RoadHierarchy {
 public:
  explicit RoadHierarchy(const Network& network);

  [[nodiscard]] const engine::RoadGraph& graph() const { return graph_; }
  [[nodiscard]] const engine::EliminationOrder& order() const { return order_; }
  [[nodiscard]] const engine::Elimination& elimination() const { return elimination_; }

  /// The link that an arc of the graph goes along; invalid for a turn.
  [[nodiscard]] LinkIdx link_of(std::uint32_t arc) const { return link_of_[arc]; }

  /// One weight an arc; closed where the metric has no way.
  [[nodiscard]] std::vector<engine::Ms> get_weights(const Metric& metric) const;

 private:
  engine::RoadGraph graph_;
  std::vector<std::uint32_t> forward_arc_, backward_arc_;  ///< by link
  std::vector<std::uint32_t> turn_arc_;                    ///< by turn
  std::vector<LinkIdx> link_of_;                           ///< by arc
  engine::EliminationOrder order_;
  engine::Elimination elimination_;
};

/// Prepares a network when it is first asked for; always the same one. Thread-safe.
class LazyHierarchy {
 public:
  [[nodiscard]] const RoadHierarchy& get(const Network& network) const;

 private:
  mutable std::once_flag once_;
  mutable std::optional<RoadHierarchy> hierarchy_;
};

/// Times from up to `kLanes` sets of seeds to all nodes in one metric, side by side (PHAST;
/// Delling, Goldberg, Nowatzyk, Werneck 2011).
class ManySweeps {
 public:
  static constexpr std::size_t kLanes = engine::kLanes;

  ManySweeps(const RoadHierarchy& hierarchy, const Metric& metric);

  /// One set of seeds a lane; their sites do not matter. Thread-safe.
  [[nodiscard]] engine::LabelField run(std::span<const std::vector<Seed>> lanes, Sense sense) const;

 private:
  const RoadHierarchy& hierarchy_;
  engine::SlotMetric metric_;
};

}  // namespace pahunch
