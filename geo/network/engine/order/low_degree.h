/// \file
/// Elimination of nodes of low degree, lowest first: the cheap part of every elimination order.
///
/// Eliminating a node joins all its neighbours to each other. Nodes of degree one and two are trees
/// and chains; a road graph shrinks to a tenth when degrees up to six go. Reductions of this kind
/// do not harm a nested dissection of what remains (Ost, Schulz, Strash: Engineering data reduction
/// for nested dissection, 2021).
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/engine/order/adjacency.h"

namespace pahunch::engine {

struct LowDegree {
  std::vector<std::uint32_t> eliminated;  ///< in order
  std::vector<std::uint32_t> core;        ///< nodes that remain, ascending
  Adjacency core_graph;                   ///< among the positions in `core`, with the joins
};

/// Eliminates while a node of degree at most `max_degree` is left; among equal degrees, first come,
/// first served. Deterministic. Cost: about linear for small `max_degree`.
LowDegree eliminate_low_degree(const Adjacency& graph, std::uint32_t max_degree);

}  // namespace pahunch::engine
