/// \file
/// Roads cut at the nodes where they meet: the pieces that chains are made of.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/detail/noding.h"
#include "geo/network/network.h"

namespace pahunch::detail {

/// Part of a noded line between two nodes: vertices first .. last, both included.
struct Piece {
  RoadIdx road;
  std::uint32_t ordinal = 0;  ///< within its road
  std::uint32_t first = 0, last = 0;
  VertexIdx from = {}, to = {};
  KindIdx kind = {};
  bool forward_open = true, backward_open = true;
  bool bridge = false;
};

/// Where an arm of a restricted turn meets the others.
VertexIdx find_vertex(const NodedRoads& noded, const TurnArm& arm);

struct Pieces {
  std::vector<Piece> pieces;  ///< by road, then along it
  IdxVector<KindIdx, LinkKind> kinds;
};

/// A vertex is a node where a road ends, where roads (or one road twice) pass, and where a turn is
/// restricted.
Pieces cut_into_pieces(const NodedRoads& noded, const RoadLayer& roads);

}  // namespace pahunch::detail
