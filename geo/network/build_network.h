/// \file
/// From road lines to a network.
///
/// Roads meet where they share a vertex, and where the end of one lies within `end_tolerance_m` of
/// another (which is then cut there). With `planar`, they also meet wherever two lines cross,
/// unless one of them is a bridge. Chains of nodes where exactly two pieces of equal attributes
/// meet become one link. A closed ring keeps one node. Exact duplicates of a link are kept
/// (parallel links are legal); a link of zero length is kept too. Deterministic: independent of the
/// order of the roads in all but numbering. Junctions with restricted turns get copies (network.h).
///
/// Cost: O(n log n) in the number of vertices; planar noding adds the number of crossings.
#pragma once

#include <cstdint>

#include "geo/base/ground.h"
#include "geo/model/road.h"
#include "geo/network/network.h"

namespace pahunch {

/// `end_tolerance_m` 0: shared vertices only. A line end joins another line at its nearest vertex
/// within the tolerance, else where the line is then cut; the gap between them is not charged.
using NodingOptions = Noding;

struct NodingReport {
  std::uint64_t n_roads = 0;
  std::uint64_t n_vertices_shared = 0;
  std::uint64_t n_ends_joined = 0;    ///< line ends within the tolerance of another line
  std::uint64_t n_crossings_cut = 0;  ///< planar only
  std::uint64_t n_chain_nodes = 0;    ///< nodes contracted away
  std::uint64_t n_dead_end_bridges = 0;
  std::uint64_t n_turn_restrictions = 0;       ///< honoured
  std::uint64_t n_turn_restrictions_lost = 0;  ///< where noding made an arm vanish
};

struct BuiltNetwork {
  Network network;
  NodingReport report;
};

BuiltNetwork build_network(const RoadLayer& roads, const Ground& ground, NodingOptions options);

}  // namespace pahunch
