/// \file
/// A plain directed graph for the engine: nothing but nodes and arcs, however they were built.
///
/// Nodes and arcs are plain numbers here, as every array of the engine is keyed by one of several
/// renumberings of them; strong ids end where the engine begins. Arcs are sorted by tail, and among
/// one tail keep the order in which they were given. Parallel arcs and loops are legal.
///
/// Weights are kept apart from the graph: a metric is an array of milliseconds, one an arc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/travel_time.h"

namespace pahunch::engine {

using Ms = std::uint32_t;  ///< whole milliseconds, at most `kFarMs`

/// Closed, or not reached. Two of them add up without wrapping, so that a sum followed by a minimum
/// with a value that is at most `kFarMs` can never overflow.
inline constexpr Ms kFarMs = TravelTime::kMaxMs + 1;
static_assert(std::uint64_t{kFarMs} * 2 <= UINT32_MAX);

inline constexpr std::uint32_t kNone = UINT32_MAX;  ///< no node, no arc

struct RoadGraph {
  std::vector<std::uint32_t> first_arc = {0};  ///< arcs of node v: first_arc[v] .. first_arc[v+1]
  std::vector<std::uint32_t> tail, head;       ///< by arc

  [[nodiscard]] std::uint32_t n_nodes() const {
    return static_cast<std::uint32_t>(first_arc.size() - 1);
  }
  [[nodiscard]] std::uint32_t n_arcs() const { return static_cast<std::uint32_t>(head.size()); }
};

/// One arc as given.
struct Arc {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
};

struct BuiltGraph {
  RoadGraph graph;
  std::vector<std::uint32_t> arc_of_input;  ///< where each given arc went
};

/// Precondition: all ends are below `n_nodes`. Cost: O(nodes + arcs).
BuiltGraph make_road_graph(std::uint32_t n_nodes, std::span<const Arc> arcs);

/// The same graph under other node numbers. Precondition: `new_of_old` is a permutation.
BuiltGraph renumber_nodes(const RoadGraph& graph, std::span<const std::uint32_t> new_of_old);

/// The same arcs the other way round.
BuiltGraph reverse_arcs(const RoadGraph& graph);

}  // namespace pahunch::engine
