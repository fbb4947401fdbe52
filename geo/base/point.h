/// \file
/// Points. Degrees and metres are different types, and a default point is invalid, never (0, 0).
#pragma once

#include <cmath>
#include <limits>

namespace pahunch {

/// A position in degrees on WGS 84, longitude first.
struct LonLat {
  double lon = std::numeric_limits<double>::quiet_NaN();
  double lat = std::numeric_limits<double>::quiet_NaN();

  [[nodiscard]] bool valid() const { return std::isfinite(lon) && std::isfinite(lat); }
  friend bool operator==(LonLat, LonLat) = default;
};

/// A position in metres in the dataset's working CRS. For indexing, snapping and drawing: lengths
/// that enter an answer are ground lengths (see ground.h).
struct Xy {
  double x_m = std::numeric_limits<double>::quiet_NaN();
  double y_m = std::numeric_limits<double>::quiet_NaN();

  [[nodiscard]] bool valid() const { return std::isfinite(x_m) && std::isfinite(y_m); }
  friend bool operator==(Xy, Xy) = default;
};

inline constexpr double kMetresPerKm = 1000;

/// Distance in the plane of the working CRS, in metres.
inline double planar_distance_m(Xy a, Xy b) { return std::hypot(b.x_m - a.x_m, b.y_m - a.y_m); }

/// The point a fraction of the way from a to b.
inline Xy interpolate(Xy a, Xy b, double frac) {
  return {a.x_m + (b.x_m - a.x_m) * frac, a.y_m + (b.y_m - a.y_m) * frac};
}

/// An axis-aligned box in the working CRS; empty until extended.
struct Box {
  double min_x_m = std::numeric_limits<double>::infinity();
  double min_y_m = std::numeric_limits<double>::infinity();
  double max_x_m = -std::numeric_limits<double>::infinity();
  double max_y_m = -std::numeric_limits<double>::infinity();

  [[nodiscard]] bool empty() const { return min_x_m > max_x_m || min_y_m > max_y_m; }
  void extend(Xy p) {
    // Comparisons, not fmin: an invalid point changes nothing, and nothing is called.
    if (p.x_m < min_x_m) min_x_m = p.x_m;
    if (p.y_m < min_y_m) min_y_m = p.y_m;
    if (p.x_m > max_x_m) max_x_m = p.x_m;
    if (p.y_m > max_y_m) max_y_m = p.y_m;
  }
  /// Limits are inclusive.
  [[nodiscard]] bool contains(Xy p) const {
    return p.x_m >= min_x_m && p.x_m <= max_x_m && p.y_m >= min_y_m && p.y_m <= max_y_m;
  }
  [[nodiscard]] Box grown(double by_m) const {
    return {min_x_m - by_m, min_y_m - by_m, max_x_m + by_m, max_y_m + by_m};
  }
};

}  // namespace pahunch
