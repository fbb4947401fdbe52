/// \file
/// Ground distance by the plane and its local scale: for the many distances of a field of points.
///
/// The scale of the working CRS, east and north, is measured on a lattice and interpolated between.
/// In a conformal CRS (UTM, Lambert) legs of a few kilometres differ from the geodesic by less than
/// one part in 100 000, at a hundredth of the time.
#pragma once

#include <vector>

#include "geo/base/ground.h"

namespace pahunch {

class ScaledGround final : public Ground {
 public:
  /// Measures `exact` over the box. Precondition: the box is not empty.
  ScaledGround(const Ground& exact, const Box& box);

  [[nodiscard]] double distance_m(Xy a, Xy b) const override;

 private:
  struct Scale {
    double east = 1, north = 1;
  };
  [[nodiscard]] Scale scale_at(Xy point) const;

  Xy origin_;
  double step_m_ = 0;
  std::size_t n_x_ = 0, n_y_ = 0;
  std::vector<Scale> scales_;
};

}  // namespace pahunch
