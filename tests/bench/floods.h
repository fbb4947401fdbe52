/// \file
/// Changes that lie together, as a flood's do.
#pragma once

#include <vector>

#include "geo/network/engine/forest_repair.h"
#include "geo/network/engine/order/adjacency.h"
#include "tests/bench/bench_graphs.h"

namespace pahunch::bench {

class Floods {
 public:
  explicit Floods(const BenchGraph& graph);  ///< which must outlive it

  /// Of the arcs among that share of the nodes that is nearest, by hops, to one drawn by lot: a
  /// tenth closed, the rest slower by up to three.
  [[nodiscard]] engine::StateChange make(double share, std::uint64_t salt) const;

  /// The weights of all arcs after that.
  [[nodiscard]] std::vector<engine::Ms> make_weights(double share, std::uint64_t salt) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> find_cluster(double share, std::uint64_t salt) const;

  const BenchGraph& graph_;
  engine::Adjacency adjacency_;
};

}  // namespace pahunch::bench
