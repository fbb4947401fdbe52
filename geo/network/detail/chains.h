/// \file
/// Pieces of equal attributes that follow each other, put together.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/network/detail/pieces.h"

namespace pahunch::detail {

/// A piece as it is walked along in a chain.
struct ChainPart {
  std::size_t piece = 0;
  bool reversed = false;
};

using Chain = std::vector<ChainPart>;

/// Every piece in exactly one chain. A chain runs on through a vertex where exactly two ends of two
/// pieces of equal attributes meet, and that is not in `kept`; a ring of such vertices is cut at
/// the one that lies first.
std::vector<Chain> find_chains(const Pieces& pieces, const IdxVector<VertexIdx, Xy>& vertex_at,
                               std::span<const VertexIdx> kept);

inline VertexIdx start_of(const Piece& piece, const ChainPart& part) {
  return part.reversed ? piece.to : piece.from;
}
inline VertexIdx end_of(const Piece& piece, const ChainPart& part) {
  return part.reversed ? piece.from : piece.to;
}

}  // namespace pahunch::detail
