/// \file
/// Where roads meet: each road as a line of vertices that are shared with other roads.
#pragma once

#include <vector>

#include "geo/network/build_network.h"
#include "geo/network/detail/vertex_table.h"

namespace pahunch::detail {

/// A road with the vertices put in where others meet it. No two vertices in a row are one, unless
/// they are all it has.
struct NodedLine {
  std::vector<VertexIdx> vertices;
  std::vector<Xy> points;         ///< drawn position of each vertex
  std::vector<double> segment_m;  ///< between them; one fewer
  /// Where each vertex of the road's own line is now; empty where no turn is restricted.
  std::vector<std::uint32_t> place_of = {};
};

struct NodedRoads {
  IdxVector<RoadIdx, NodedLine> lines;
  IdxVector<VertexIdx, Xy> at;  ///< where each vertex counts as lying
};

/// Counts into `report`: n_vertices_shared, n_ends_joined, n_crossings_cut.
NodedRoads node_roads(const RoadLayer& roads, const Ground& ground, const NodingOptions& options,
                      NodingReport& report);

}  // namespace pahunch::detail
