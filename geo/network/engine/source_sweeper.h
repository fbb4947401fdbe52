/// \file
/// Many sources, all targets, one metric: `kLanes` sources a sweep over the slots that this metric
/// needs.
///
/// A hierarchy serves every metric. Of its slots one metric needs only those that no way over a
/// third, higher node makes shorter (perfect customisation: Dibbelt, Strasser, Wagner: Customizable
/// contraction hierarchies, 2016); the sweep down takes no others.
#pragma once

#include "geo/network/engine/label_field.h"
#include "geo/network/engine/slot_metric.h"

namespace pahunch::engine {

class SourceSweeper {
 public:
  /// `metric` has one lane, is customised, and must outlive this; everything is eliminated. Cost:
  /// about twice that of customising.
  SourceSweeper(const SlotMetric& metric, Flow flow);

  /// Sets the distances (and labels, where the field keeps them) of all nodes. `field` is one of
  /// the metric's elimination. Thread-safe.
  void run(const SeedTable& seeds, LabelField& field) const;

  [[nodiscard]] std::uint32_t n_slots() const { return kept_.n_slots(); }  ///< that are swept

 private:
  const SlotMetric& metric_;
  Flow flow_;
  Elimination kept_;  ///< nothing but its slots upward
  std::vector<Ms> down_;
};

}  // namespace pahunch::engine
