/// \file
/// Ways cut into the pieces that become roads: at missing nodes, at the study area, at barriers.
///
/// At the study area a segment is kept, whole, when one of its ends lies inside: cutting at nodes
/// keeps every vertex where it was. A barrier or ford that is a node of the way becomes a piece of
/// its own, from `kStubM` before it to `kStubM` behind it (less where the way is shorter), open to
/// those who pass it; where nobody passes there is a gap. All pieces of a way share its id.
#pragma once

#include <vector>

#include "geo/io/osm/road_data.h"

namespace pahunch::osm {

inline constexpr double kStubM = 1.0;

struct RoadPiece {
  std::vector<Position> line;  ///< at least two places, none twice in a row
  VehicleSet access;
  bool closed_in_monsoon = false;
};

class PieceMaker {
 public:
  /// `inside`: of each node, whether it lies in the study area; empty when there is none. Both must
  /// outlive the maker.
  PieceMaker(const RoadData& data, const std::vector<bool>& inside);

  /// The pieces of a way, in its order; valid until the next call.
  const std::vector<RoadPiece>& make(const Way& way);

 private:
  [[nodiscard]] bool keeps_segment(std::uint32_t from, std::uint32_t to) const;
  void add_run(const Way& way, std::span<const std::uint32_t> run);
  void add_barrier(const Way& way, std::span<const std::uint32_t> run, std::size_t at);
  void finish_piece(VehicleSet access, bool closed_in_monsoon);
  void add_place(Position at);

  const RoadData& data_;
  const std::vector<bool>& inside_;
  std::vector<Position> line_;  ///< the piece in the making
  std::vector<RoadPiece> pieces_;
};

}  // namespace pahunch::osm
