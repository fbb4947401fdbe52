/// \file
/// Nested dissection: cut the graph by a small set of nodes into two halves, order each half in the
/// same way, and the cut last (George 1973). The fewer nodes in the cuts, the fewer arcs an
/// elimination in this order adds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/point.h"
#include "geo/network/engine/order/adjacency.h"

namespace pahunch::engine {

struct DissectionOptions {
  double end_frac = 0.3;          ///< of the nodes, at each end, that a cut must keep apart
  std::uint32_t leaf_nodes = 24;  ///< parts of at most this many are ordered by least degree
};

/// All nodes, first to be eliminated first. `at` has one point a node, or is empty. Deterministic.
/// Cost: O(edges x cut size) for each of the O(log n) levels.
std::vector<std::uint32_t> dissect(const Adjacency& graph, std::span<const Xy> at,
                                   const DissectionOptions& options = {});

}  // namespace pahunch::engine
