/// \file
/// The smallest set of nodes that separates some nodes from others: a maximum flow through nodes of
/// capacity one (Dinic's algorithm; Menger's theorem).
///
/// Sources and sinks may themselves be in the cut. Of the smallest cuts, the one nearest to the
/// sources is found.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/network/engine/order/adjacency.h"

namespace pahunch::engine {

enum class Terminal : std::uint8_t { kNeither, kSource, kSink };

enum class Side : std::uint8_t { kSource, kCut, kSink };

/// The side of each node; none when the cut would need `give_up_at` nodes or more. No edge joins
/// the source side to the sink side. Cost: O(edges) for each of the few phases of Dinic.
std::optional<std::vector<Side>> find_vertex_cut(const Adjacency& graph,
                                                 const std::vector<Terminal>& terminal,
                                                 std::uint32_t give_up_at);

}  // namespace pahunch::engine
