/// \file
/// A point that is certainly inside a shape, for things drawn as polygons that are asked for as
/// points.
#pragma once

#include <optional>

#include "geo/model/shape.h"

namespace pahunch {

/// None for a shape without surface. The shape need not be valid.
std::optional<Xy> find_inner_point(const MultiPolygon& shape);

}  // namespace pahunch
