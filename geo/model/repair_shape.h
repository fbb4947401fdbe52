/// \file
/// Making a polygon valid (OGC Simple Features), and saying so.
///
/// A shape is repaired when that does not change what it means: repeated points, unclosed or
/// degenerate rings, touching rings, overlapping parts, small twists. It is beyond repair when it
/// has no area, or when a ring crosses itself so that the area it encloses is open to doubt: when
/// the area by the even-odd rule and the signed area of the ring differ by more than 1% (a
/// bow-tie differs by all of it).
///
/// Cost: O(n log n) in the number of vertices.
#pragma once

#include <cstdint>
#include <string>

#include "geo/model/shape.h"

namespace pahunch {

enum class ShapeState : std::uint8_t { kValid, kRepaired, kBeyondRepair };

struct RepairedShape {
  ShapeState state = ShapeState::kValid;
  MultiPolygon shape;  ///< valid; empty when beyond repair
  std::string reason;  ///< what was wrong and where: "Self-intersection at 512.3 1020.7"
};

RepairedShape repair_shape(const MultiPolygon& shape);

}  // namespace pahunch
