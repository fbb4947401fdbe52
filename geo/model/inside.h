/// \file
/// Which of many places lie inside a shape.
#pragma once

#include <span>
#include <vector>

#include "geo/base/point.h"
#include "geo/model/shape.h"

namespace pahunch {

/// One a place; its border belongs to the shape, a place without a position is outside.
/// Precondition: the shape is valid. Cost: O(vertices log vertices) once, then about O(log
/// vertices) a place.
std::vector<bool> find_inside(const MultiPolygon& shape, std::span<const Xy> places);

}  // namespace pahunch
