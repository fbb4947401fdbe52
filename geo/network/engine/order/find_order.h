/// \file
/// The order in which a graph is eliminated: nodes of low degree first, then nested dissection.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/point.h"
#include "geo/network/engine/road_graph.h"

namespace pahunch::engine {

struct EliminationOrder {
  std::vector<std::uint32_t> node;  ///< first to be eliminated first
  std::uint32_t n_low_degree = 0;   ///< of those, at the beginning, that went by low degree
};

/// The degree up to which road networks are fastest (measured: tests/bench/README.md).
inline constexpr std::uint32_t kMaxLowDegree = 8;

/// `at` has one point a node, or is empty: then hop distances take the place of coordinates.
/// Deterministic. About two seconds for 264 000 nodes.
EliminationOrder find_order(const RoadGraph& graph, std::span<const Xy> at,
                            std::uint32_t max_low_degree = kMaxLowDegree);

}  // namespace pahunch::engine
