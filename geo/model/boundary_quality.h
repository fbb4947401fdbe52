/// \file
/// How well the areas of one level fit together: overlaps and gaps.
///
/// A gap is a hole inside the union of all areas; a bay open to the outside is not seen. Overlaps
/// are counted by pairs (a place in three areas counts three times). Areas are planar in the
/// working CRS, in square kilometres. Shapes that were repaired when read are in the notes of the
/// dataset (reason `kReasonShapeRepaired`).
///
/// Cost: O(n log n) in the number of areas plus the vertices of neighbours.
#pragma once

#include <string>
#include <vector>

#include "geo/base/point.h"
#include "geo/model/area.h"

namespace pahunch {

inline constexpr const char* kReasonShapeRepaired = "shape repaired";

struct AreaOverlap {
  AreaIdx a, b;  ///< a < b
  double area_km2 = 0;
  Xy at;  ///< a point inside
};

struct AreaGap {
  double area_km2 = 0;
  Xy at;  ///< a point inside
};

struct BoundaryQuality {
  AreaLevel level = AreaLevel::kDistrict;
  double union_km2 = 0;
  double overlap_km2 = 0;
  double gap_km2 = 0;
  std::vector<AreaOverlap> overlaps;  ///< largest first
  std::vector<AreaGap> gaps;          ///< largest first
};

/// Overlaps and gaps of less than `ignore_below_m2` each are left out of the lists and the sums
/// (default 1 square metre: rounding of coordinates).
BoundaryQuality measure_boundary_quality(const AreaLayer& layer, double ignore_below_m2 = 1.0);

}  // namespace pahunch
