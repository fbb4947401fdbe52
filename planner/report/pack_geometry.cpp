#include <cmath>
#include <optional>
#include <utility>

#include "planner/report/pack_table.h"

namespace pahunch {
namespace {

constexpr double kPerDegree = 10'000;

/// A place on the grid of the page.
using GridPoint = std::pair<std::int64_t, std::int64_t>;

/// Takes one geometry after the other.
class GeometryPacker {
 public:
  explicit GeometryPacker(const Projection& projection) : projection_(projection) {}

  void operator()(std::monostate /*none*/) {
    if (!has_counts_) return add_point(std::nullopt);
    counts_.add(0);
  }
  void operator()(Xy at) { add_point(to_grid(at)); }
  void operator()(const Polyline& line) { add_line(line, false); }
  void operator()(const MultiPolygon& shape) {
    counts_.add(static_cast<std::int64_t>(shape.size()));
    for (const Polygon& part : shape) {
      counts_.add(static_cast<std::int64_t>(part.holes.size() + 1));
      add_line(part.outer, true);
      for (const Ring& hole : part.holes) add_line(hole, true);
    }
  }

  void expect_counts() { has_counts_ = true; }

  PagePack::Json finish(PagePack& pack) const {
    PagePack::Json json = {{"scale", kPerDegree}, {"lon", pack.add(lon_)}, {"lat", pack.add(lat_)}};
    if (has_counts_) json["counts"] = pack.add(counts_);
    return json;
  }

 private:
  [[nodiscard]] GridPoint to_grid(Xy at) const {
    const LonLat place = projection_.to_lon_lat(at);
    return {std::llround(place.lon * kPerDegree), std::llround(place.lat * kPerDegree)};
  }

  void add_point(std::optional<GridPoint> point) {
    lon_.add(point ? std::optional(point->first) : std::nullopt);
    lat_.add(point ? std::optional(point->second) : std::nullopt);
  }

  void add_line(const Polyline& line, bool is_ring) {
    std::vector<GridPoint> points;
    for (const Xy at : line) {
      const GridPoint point = to_grid(at);
      if (points.empty() || points.back() != point) points.push_back(point);
    }
    if (is_ring && points.size() > 1 && points.front() == points.back()) points.pop_back();
    counts_.add(static_cast<std::int64_t>(points.size()));
    for (const GridPoint& point : points) add_point(point);
  }

  const Projection& projection_;
  bool has_counts_ = false;
  NumberStream lon_, lat_, counts_;
};

const char* type_name_of(GeometryType type) {
  if (type == GeometryType::kPoint) return "point";
  return type == GeometryType::kLine ? "line" : "polygon";
}

}  // namespace

PagePack::Json pack_geometry(const Table& table, const Projection& projection, PagePack& pack) {
  GeometryPacker packer(projection);
  if (table.geometry_type != GeometryType::kPoint) packer.expect_counts();
  for (const Geometry& geometry : table.geometry) std::visit(packer, geometry);
  PagePack::Json json = {{"type", type_name_of(table.geometry_type)}};
  json.update(packer.finish(pack));
  return json;
}

}  // namespace pahunch
