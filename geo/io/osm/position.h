/// \file
/// A place as OpenStreetMap keeps it: whole units of 1e-7 degrees (about 1 cm), so that places are
/// compared exactly.
#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "geo/base/point.h"

namespace pahunch::osm {

struct Position {
  static constexpr std::int32_t kNowhere = std::numeric_limits<std::int32_t>::max();
  static constexpr double kPerDegree = 1e7;

  std::int32_t lon_e7 = kNowhere, lat_e7 = kNowhere;

  [[nodiscard]] bool valid() const { return lon_e7 != kNowhere; }
  [[nodiscard]] LonLat lon_lat() const { return {lon_e7 / kPerDegree, lat_e7 / kPerDegree}; }
  friend bool operator==(Position, Position) = default;
};

/// The length of a line on WGS 84, each segment as the chord of the local radii of curvature
/// (meridian and prime vertical at its middle): within 1e-6 of the geodesic for segments up to
/// 50 km below 80 degrees of latitude, at a twentieth of its cost. For sums that people read;
/// travel times are made from geodesic lengths.
double get_length_m(std::span<const Position> line);

}  // namespace pahunch::osm
