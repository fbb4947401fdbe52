/// \file
/// One search in one metric, as well as a scalar Dijkstra can do it: trees and chains are
/// eliminated, what remains is numbered by nested dissection and searched with a bucket queue, and
/// a sweep fills the trees and chains in again.
///
/// The honest baseline of the batched engines, and the tool for single questions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/network/engine/bucket_queue.h"
#include "geo/network/engine/core_graph.h"
#include "geo/network/engine/label_field.h"
#include "geo/network/engine/slot_metric.h"

namespace pahunch::engine {

/// Immutable once customised; searches need a field of their own each.
class TunedDijkstra {
 public:
  /// `elimination` (of degree two and less, as a rule) must outlive this.
  explicit TunedDijkstra(const Elimination& elimination);

  void customise(const FillWeights& fill);

  class Search {
   public:
    explicit Search(const TunedDijkstra& engine)
        : engine_(engine),
          field_(engine.elimination_, Width::kOne, Answer::kDistanceAndLabel),
          best_(engine.core_.n_nodes()) {}

    /// Sets distances and labels of all nodes; `seeds` has one lane. Starts may lie far apart.
    const LabelField& run(const SeedTable& seeds, Flow flow);

   private:
    void search_core(Flow flow);
    void push_seeds();

    const TunedDijkstra& engine_;
    LabelField field_;
    std::vector<std::uint64_t> best_;  ///< by core number: time in the upper half, label below
    std::vector<BucketQueue::Entry> waiting_;
    BucketQueue queue_;
  };

 private:
  const Elimination& elimination_;
  CoreGraph core_;
  SlotMetric metric_;
  std::vector<Ms> core_weight_[2];  ///< by core arc, along the arcs and against them
  Ms longest_ = 0, mean_ = 0;
};

}  // namespace pahunch::engine
