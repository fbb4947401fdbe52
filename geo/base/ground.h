/// \file
/// Ground distance between two points of the working CRS.
///
/// A map projection stretches lengths (up to 0.13% across Bihar in UTM 45N), so every length that
/// enters a travel time is measured on the ellipsoid. Code above the input layer works in metres XY
/// and asks a `Ground` for the true distance, so that it never sees degrees.
#pragma once

#include "geo/base/point.h"

namespace pahunch {

class Ground {
 public:
  Ground() = default;
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;
  virtual ~Ground() = default;

  /// Length in metres of the shortest line on the ground between two valid points. Thread-safe.
  [[nodiscard]] virtual double distance_m(Xy a, Xy b) const = 0;
};

/// The ground of a plane: for networks that have no place on the earth.
class PlaneGround final : public Ground {
 public:
  [[nodiscard]] double distance_m(Xy a, Xy b) const override { return planar_distance_m(a, b); }
};

}  // namespace pahunch
