#include "geo/io/projection.h"

#include <fmt/format.h>
#include <geodesic.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <mutex>

#include "geo/base/error.h"

namespace pahunch {

namespace {

constexpr double kWgs84RadiusM = 6378137.0;
constexpr double kWgs84Flattening = 1 / 298.257223563;
constexpr double kSquareMetresPerKm2 = 1e6;

const geod_geodesic& wgs84() {
  static const geod_geodesic earth = [] {
    geod_geodesic g{};
    geod_init(&g, kWgs84RadiusM, kWgs84Flattening);
    return g;
  }();
  return earth;
}

[[noreturn]] void refuse_crs(const std::string& crs, const std::string& why) {
  throw ConfigError({.what = fmt::format("the CRS '{}' {}", crs, why),
                     .where = "working_crs",
                     .why = "distances and indexes are made in metres of a projected CRS",
                     .hint = "use \"auto\" (the UTM zone of the area), or e.g. \"EPSG:32645\""});
}

/// PROJ objects belong to one thread at a time: a context and a transformation in it.
class Transformer {
 public:
  explicit Transformer(const std::string& crs) : context_(proj_context_create()) {
    proj_context_set_enable_network(context_, 0);
    proj_log_level(context_, PJ_LOG_NONE);
    PJ* raw = proj_create_crs_to_crs(context_, "OGC:CRS84", crs.c_str(), nullptr);
    if (raw == nullptr) return;
    transformation_ = proj_normalize_for_visualization(context_, raw);
    proj_destroy(raw);
  }
  Transformer(const Transformer&) = delete;
  Transformer& operator=(const Transformer&) = delete;
  ~Transformer() {
    proj_destroy(transformation_);
    proj_context_destroy(context_);
  }

  [[nodiscard]] bool valid() const { return transformation_ != nullptr; }

  /// True for a projected CRS (also as part of a compound one) with axes in metres.
  [[nodiscard]] bool is_metric(const std::string& crs) const {
    PJ* object = proj_create(context_, crs.c_str());
    if (object == nullptr) return false;
    bool metric = false;
    if (PJ* axes = proj_crs_get_coordinate_system(context_, object); axes != nullptr) {
      double metres = 0;
      metric = proj_cs_get_type(context_, axes) == PJ_CS_TYPE_CARTESIAN &&
               proj_cs_get_axis_info(context_, axes, 0, nullptr, nullptr, nullptr, &metres, nullptr,
                                     nullptr, nullptr) != 0 &&
               metres == 1.0 && proj_get_type(object) == PJ_TYPE_PROJECTED_CRS;
      proj_destroy(axes);
    }
    proj_destroy(object);
    return metric;
  }

  [[nodiscard]] Xy forward(LonLat at) const {
    const PJ_COORD out =
        proj_trans(transformation_, PJ_FWD, proj_coord(at.lon, at.lat, 0, HUGE_VAL));
    const Xy xy{out.xy.x, out.xy.y};
    return at.valid() && xy.valid() ? xy : Xy{};
  }
  [[nodiscard]] LonLat inverse(Xy at) const {
    const PJ_COORD out =
        proj_trans(transformation_, PJ_INV, proj_coord(at.x_m, at.y_m, 0, HUGE_VAL));
    const LonLat lon_lat{out.xy.x, out.xy.y};
    return at.valid() && lon_lat.valid() ? lon_lat : LonLat{};
  }

 private:
  PJ_CONTEXT* context_ = nullptr;
  PJ* transformation_ = nullptr;
};

double get_ring_area_m2(std::span<const LonLat> ring) {
  geod_polygon polygon{};
  geod_polygon_init(&polygon, 0);
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    geod_polygon_addpoint(&wgs84(), &polygon, ring[i].lat, ring[i].lon);
  }
  double area_m2 = 0;
  geod_polygon_compute(&wgs84(), &polygon, 0, 1, &area_m2, nullptr);
  return std::fabs(area_m2);
}

}  // namespace

/// Transformers at rest, one made for each thread that asks at the same time.
class Projection::Pool {
 public:
  explicit Pool(std::string crs) : crs_(std::move(crs)) {}

  template <class Work>
  auto use(const Work& work) {
    auto transformer = take();
    auto result = work(*transformer);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(transformer));
    return result;
  }

 private:
  std::unique_ptr<Transformer> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto transformer = std::move(idle_.back());
        idle_.pop_back();
        return transformer;
      }
    }
    return std::make_unique<Transformer>(crs_);
  }

  std::string crs_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Transformer>> idle_;
};

Projection::Projection(const std::string& crs) : crs_(crs), pool_(std::make_unique<Pool>(crs)) {
  pool_->use([&](const Transformer& transformer) {
    if (!transformer.valid()) refuse_crs(crs, "is not known");
    if (!transformer.is_metric(crs)) refuse_crs(crs, "is not a projected CRS in metres");
    return 0;
  });
}

Projection::~Projection() = default;

Xy Projection::to_xy(LonLat at) const {
  return pool_->use([&](const Transformer& transformer) { return transformer.forward(at); });
}

LonLat Projection::to_lon_lat(Xy at) const {
  return pool_->use([&](const Transformer& transformer) { return transformer.inverse(at); });
}

std::vector<Xy> Projection::to_xy(std::span<const LonLat> points) const {
  return pool_->use([&](const Transformer& transformer) {
    std::vector<Xy> result;
    result.reserve(points.size());
    for (const auto point : points) result.push_back(transformer.forward(point));
    return result;
  });
}

std::vector<LonLat> Projection::to_lon_lat(std::span<const Xy> points) const {
  return pool_->use([&](const Transformer& transformer) {
    std::vector<LonLat> result;
    result.reserve(points.size());
    for (const auto point : points) result.push_back(transformer.inverse(point));
    return result;
  });
}

double Projection::distance_m(Xy a, Xy b) const {
  const auto ends = pool_->use([&](const Transformer& transformer) {
    return std::pair(transformer.inverse(a), transformer.inverse(b));
  });
  return geodesic_distance_m(ends.first, ends.second);
}

double Projection::area_km2(const MultiPolygon& shape) const {
  double area_m2 = 0;
  for (const auto& polygon : shape) {
    area_m2 += get_ring_area_m2(to_lon_lat(polygon.outer));
    for (const auto& hole : polygon.holes) area_m2 -= get_ring_area_m2(to_lon_lat(hole));
  }
  return area_m2 / kSquareMetresPerKm2;
}

double geodesic_distance_m(LonLat a, LonLat b) {
  double distance_m = 0;
  geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &distance_m, nullptr, nullptr);
  return distance_m;
}

std::vector<double> get_segment_lengths_m(std::span<const LonLat> line) {
  std::vector<double> lengths_m;
  if (line.size() > 1) lengths_m.reserve(line.size() - 1);
  for (std::size_t i = 1; i < line.size(); ++i) {
    lengths_m.push_back(geodesic_distance_m(line[i - 1], line[i]));
  }
  return lengths_m;
}

std::string get_utm_crs(LonLat at) {
  constexpr int kNorthBase = 32600, kSouthBase = 32700, kZones = 60;
  const int zone = std::clamp(static_cast<int>(std::floor((at.lon + 180) / 6)) + 1, 1, kZones);
  return fmt::format("EPSG:{}", (at.lat >= 0 ? kNorthBase : kSouthBase) + zone);
}

}  // namespace pahunch
