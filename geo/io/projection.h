/// \file
/// From degrees on WGS 84 to the metres of the working CRS and back, and lengths and areas on the
/// ground.
///
/// Longitude comes first whatever the CRS says of its axes. Lengths and areas are geodesic on the
/// WGS 84 ellipsoid (Karney 2013, through PROJ's geodesic.h; error below 15 nm), so they do not
/// depend on the working CRS. No grid is ever fetched from a network.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/base/ground.h"
#include "geo/base/point.h"
#include "geo/model/shape.h"

namespace pahunch {

/// All const members are thread-safe.
class Projection final : public Ground {
 public:
  /// `crs`: anything PROJ knows, e.g. "EPSG:32645". Throws ConfigError when it is unknown, or not a
  /// projected CRS in metres.
  explicit Projection(const std::string& crs);
  ~Projection() override;

  [[nodiscard]] const std::string& crs() const { return crs_; }

  /// An invalid point where the CRS does not reach.
  [[nodiscard]] Xy to_xy(LonLat at) const;
  [[nodiscard]] LonLat to_lon_lat(Xy at) const;
  [[nodiscard]] std::vector<Xy> to_xy(std::span<const LonLat> points) const;
  [[nodiscard]] std::vector<LonLat> to_lon_lat(std::span<const Xy> points) const;

  [[nodiscard]] double distance_m(Xy a, Xy b) const override;
  /// Of the shape with geodesic edges, holes taken out.
  [[nodiscard]] double area_km2(const MultiPolygon& shape) const;

 private:
  class Pool;
  std::string crs_;
  std::unique_ptr<Pool> pool_;
};

/// Length of the shortest line on WGS 84.
double geodesic_distance_m(LonLat a, LonLat b);
/// The length of each piece of a line; one fewer than points.
std::vector<double> get_segment_lengths_m(std::span<const LonLat> line);

/// The UTM zone of a point: "EPSG:32645". Latitudes beyond 84 degrees get the zone of 84.
std::string get_utm_crs(LonLat at);

}  // namespace pahunch
