#include "geo/io/osm/position.h"

#include <cmath>
#include <numbers>

namespace pahunch::osm {
namespace {

constexpr double kWgs84RadiusM = 6378137.0;
constexpr double kWgs84Flattening = 1 / 298.257223563;
constexpr double kEccentricity2 = kWgs84Flattening * (2 - kWgs84Flattening);
constexpr double kRadiansPerUnit = std::numbers::pi / 180 / Position::kPerDegree;

double get_segment_m(Position a, Position b) {
  // In 64 bits: two ends may lie a half turn apart.
  const auto units_lat = std::int64_t{b.lat_e7} - a.lat_e7;
  const auto units_lon = std::int64_t{b.lon_e7} - a.lon_e7;
  const double middle =
      static_cast<double>(std::int64_t{a.lat_e7} + b.lat_e7) / 2 * kRadiansPerUnit;
  const double sine = std::sin(middle), cosine = std::sqrt(1 - sine * sine);
  const double w2 = 1 - kEccentricity2 * sine * sine, w = std::sqrt(w2);
  const double meridian_m = kWgs84RadiusM * (1 - kEccentricity2) / (w2 * w);
  const double parallel_m = kWgs84RadiusM / w * cosine;
  const double north_m = static_cast<double>(units_lat) * kRadiansPerUnit * meridian_m;
  const double east_m = static_cast<double>(units_lon) * kRadiansPerUnit * parallel_m;
  return std::sqrt(north_m * north_m + east_m * east_m);
}

}  // namespace

double get_length_m(std::span<const Position> line) {
  double length_m = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length_m += get_segment_m(line[i - 1], line[i]);
  return length_m;
}

}  // namespace pahunch::osm
