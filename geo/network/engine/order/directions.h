/// \file
/// Ways to line up the nodes of a graph, so that a cut between the first and the last is a good
/// one.
///
/// With coordinates: four projections of the plane (inertial flow: Schild, Sommer: On balanced
/// separators in road networks, 2015). Without: hop distances from nodes far apart play their part.
#pragma once

#include <span>
#include <vector>

#include "geo/base/point.h"
#include "geo/network/engine/order/adjacency.h"

namespace pahunch::engine {

/// One key a node; a cut is sought between nodes of small and of large key.
using LineUp = std::vector<double>;

/// `at` has one point a node, or is empty. Precondition: the graph is connected and not empty.
std::vector<LineUp> find_line_ups(const Adjacency& graph, std::span<const Xy> at);

/// Edges on the shortest path from `start` to each node; `kNone` where there is none.
std::vector<std::uint32_t> count_hops(const Adjacency& graph, std::uint32_t start);

}  // namespace pahunch::engine
