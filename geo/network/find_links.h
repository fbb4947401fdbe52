/// \file
/// Links by where they are. Plane geometry in the working CRS; a scan over all links, O(points).
#pragma once

#include <vector>

#include "geo/model/area_index.h"
#include "geo/model/shape.h"
#include "geo/network/network.h"

namespace pahunch {

/// Links with a point at most `within_m` (inclusive) from a line of at least two points, ascending.
std::vector<LinkIdx> find_links_near(const Network& network, const Polyline& line, double within_m);

/// Links with a point in a shape or on its border, ascending.
std::vector<LinkIdx> find_links_in(const Network& network, const MultiPolygon& shape);

/// The place half way along a link, by length.
Xy get_midpoint(const Network& network, LinkIdx link);

}  // namespace pahunch
