/// \file
/// Which areas touch: queen contiguity of polygons.
#pragma once

#include "geo/coverage/spatial_weights.h"
#include "geo/model/area.h"

namespace pahunch {

/// Binary and symmetric: two areas are neighbours when a vertex of one lies within `tolerance_m`
/// (inclusive, in the plane) of the boundary of the other. Boundaries that share vertices exactly
/// are found at any tolerance; a tolerance above 0 bridges rounding and vertices that only one side
/// has. Not found: boundaries that cross without a vertex near the other, as valid coverages never
/// do. Cost: about O(v) for v vertices of similar spacing (a grid of segments).
SpatialWeights make_queen_contiguity(const AreaLayer& layer, double tolerance_m = 1.0);

/// Centroids by area; of the first vertex where a shape has no area.
std::vector<Xy> compute_centroids(const AreaLayer& layer);

}  // namespace pahunch
