/// \file
/// Isochrones: the area, and the parts of roads, from which the nearest open site is within a limit
/// (or to which its vehicle is, by the direction of travel).
///
/// The area is where a place would have a time within the limit in the travel model: the reached
/// parts of roads, cut at the exact limit, and the walks off them, whichever barriers, farthest
/// walks, waiting and fallback profiles leave. It is drawn from that field on a square grid,
/// refined where limits pass (time_grid.h, contour.h).
///
/// Polygons are valid and nested by rising limit, contain the open sites, and keep islands and the
/// holes of at least `min_hole_m2`. Error: outlines are exact at the sides of cells where times
/// rise evenly; a road, a ridge between two roads or a barrier within a cell is drawn where the
/// corners of the cell see it, so an outline is off by less than a cell off the road; around a site
/// up to one cell counts as inside. How many people that puts on the wrong side is for the caller
/// to count.
#pragma once

#include <span>
#include <vector>

#include "geo/base/progress.h"
#include "geo/model/shape.h"
#include "geo/network/link_piece.h"
#include "geo/network/travel_model.h"

namespace pahunch {

/// `inputs.places` is not used.
struct IsochroneJob {
  const TravelInputs& inputs;
  const TravelOptions& options;
  std::span<const SiteIdx> open;
  std::span<const TravelTime> limits;  ///< above zero, ascending, 1 to 31
};

struct IsochroneOptions {
  /// Side of the smallest cells; 0: 50 m x the least power of two for which the grid has at most
  /// `kMaxCorners` corners.
  double cell_m = 0;
  double min_hole_m2 = 250'000;
};

inline constexpr double kMaxCorners = 8e6;

struct Isochrones {
  double cell_m = 0;                ///< the side that was used; 0 when there is nothing to draw
  std::vector<MultiPolygon> areas;  ///< by limit; without open sites all empty
};

Isochrones find_isochrones(const IsochroneJob& job, const IsochroneOptions& options,
                           Progress& progress);

/// A part of a link, and the first limit that reaches it. Parts of one link ascend and share only
/// their ends.
struct ReachedRoad {
  LinkPiece piece;
  std::size_t limit = 0;  ///< position in the job's limits
};

/// By link. Travellers on the road itself are meant: legs off the road count at the sites' ends
/// only.
std::vector<ReachedRoad> find_reached_roads(const IsochroneJob& job);

}  // namespace pahunch
