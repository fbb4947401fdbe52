/// \file
/// Lines and polygons in the working CRS (metres XY), as plain data.
#pragma once

#include <vector>

#include "geo/base/point.h"

namespace pahunch {

using Polyline = std::vector<Xy>;  ///< at least two points
using Ring = std::vector<Xy>;      ///< closed: the first point is repeated as the last

struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};

using MultiPolygon = std::vector<Polygon>;

}  // namespace pahunch
