#include <fmt/format.h>
#include <ogr_geometry.h>

#include <memory>

#include "geo/base/error.h"
#include "geo/io/gdal_session.h"
#include "geo/io/ogr_source.h"
#include "geo/io/osm/area_mask.h"
#include "geo/io/projection.h"

namespace pahunch::osm {
namespace {

using Rings = std::vector<std::vector<LonLat>>;

constexpr double kMetresPerKm = 1000;

std::vector<Rings> read_polygons(const std::filesystem::path& file, const std::string& layer) {
  LayerSpec spec;
  spec.name = "study area";
  spec.source = file.string();
  spec.layer = layer;
  OgrSource source(spec, named_by_a_person(), GeometryNeed::kPolygon);
  std::vector<Rings> polygons;
  SourceRow row;
  while (source.read_next(row)) {
    for (auto& polygon : row.shape.polygons) polygons.push_back(std::move(polygon));
  }
  if (polygons.empty()) {
    throw DataError({.what = "the study area has no polygon",
                     .where = source.where(),
                     .hint = "give a layer of boundaries"});
  }
  return polygons;
}

LonLat get_middle(const std::vector<Rings>& polygons) {
  double west = 180, east = -180, south = 90, north = -90;
  for (const auto& rings : polygons) {
    for (const LonLat at : rings.front()) {
      west = std::min(west, at.lon);
      east = std::max(east, at.lon);
      south = std::min(south, at.lat);
      north = std::max(north, at.lat);
    }
  }
  return {(west + east) / 2, (south + north) / 2};
}

void add_polygon(OGRMultiPolygon& shape, const Rings& rings, const Projection& projection) {
  auto polygon = std::make_unique<OGRPolygon>();
  for (const auto& ring : rings) {
    auto out = std::make_unique<OGRLinearRing>();
    for (const Xy at : projection.to_xy(ring)) out->addPoint(at.x_m, at.y_m);
    out->closeRings();
    polygon->addRingDirectly(out.release());
  }
  shape.addGeometryDirectly(polygon.release());
}

void collect_rings(const OGRGeometry& geometry, const Projection& projection, Rings& rings) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbPolygon) {
    for (const OGRLinearRing* ring : *geometry.toPolygon()) {
      std::vector<Xy> points;
      for (int i = 0; i < ring->getNumPoints(); ++i)
        points.push_back({ring->getX(i), ring->getY(i)});
      rings.push_back(projection.to_lon_lat(points));
    }
  } else if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
      collect_rings(*part, projection, rings);
    }
  }
}

}  // namespace

AreaMask read_area_mask(const std::filesystem::path& file, const std::string& layer,
                        double margin_km) {
  const auto polygons = read_polygons(file, layer);
  const Projection projection(get_utm_crs(get_middle(polygons)));
  OGRMultiPolygon shape;
  for (const auto& rings : polygons) add_polygon(shape, rings, projection);
  const GdalSession session;
  // A buffer of nothing still unites the parts, so that the even-odd rule holds.
  const std::unique_ptr<OGRGeometry> grown(shape.Buffer(margin_km * kMetresPerKm));
  session.require_no_errors(file, "grow the study area of");
  Rings rings;
  if (grown) collect_rings(*grown, projection, rings);
  if (rings.empty()) {
    throw DataError({.what = "nothing is left of the study area", .where = file.string()});
  }
  return AreaMask(rings);
}

}  // namespace pahunch::osm
