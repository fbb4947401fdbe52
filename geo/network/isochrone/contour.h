/// \file
/// Polygons around the corners of a grid that lie within a limit (marching squares).
///
/// Between a corner inside and one outside the outline runs where the time interpolated along the
/// side of the cell is the limit; where the times jump more than a walk explains (a barrier, the
/// farthest walk) at the middle of the side, or as far as the walk goes. The two insides of a
/// saddle are kept apart. Outlines never touch a corner, so no two rings have a point in common:
/// the polygons are valid, and those of a smaller limit lie within those of a larger one.
///
/// Lorensen and Cline (1987). Cost: linear in the grid.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/model/shape.h"
#include "geo/network/isochrone/time_grid.h"

namespace pahunch {

struct ContourRule {
  double cell_walk_ms = 0;  ///< to walk the side of a cell off the road; 0: times never jump
  /// Holes of fewer corners are filled; rises neither with the limit nor the place, so that nesting
  /// holds.
  std::uint64_t min_hole_corners = 0;
  std::vector<std::size_t> always_inside = {};  ///< corners, not on the border
};

/// Outer rings counter-clockwise, holes clockwise; ordered by their first corner from the
/// south-west. The limit is inclusive at corners.
MultiPolygon contour(const TimeGrid& grid, double limit_ms, const ContourRule& rule);

}  // namespace pahunch
