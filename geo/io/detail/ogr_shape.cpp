#include "geo/io/detail/ogr_shape.h"

#include <fmt/format.h>

#include <utility>

#include "geo/base/error.h"

namespace pahunch {

namespace {

OGRSpatialReference make_wgs84() {
  OGRSpatialReference wgs84;
  wgs84.SetWellKnownGeogCS("WGS84");
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return wgs84;
}

/// True when the data are degrees on WGS 84 with longitude first.
bool is_wgs84(const OGRSpatialReference& crs, const OGRSpatialReference& wgs84) {
  return crs.IsGeographic() != 0 && crs.IsSame(&wgs84) != 0;
}

void add(const OGRGeometry& geometry, const ToDegrees& to_degrees, SourceShape& shape);

LonLatLine make_line(const OGRSimpleCurve& curve, const ToDegrees& to_degrees) {
  LonLatLine line(static_cast<std::size_t>(curve.getNumPoints()));
  for (int i = 0; i < curve.getNumPoints(); ++i) {
    line[static_cast<std::size_t>(i)] = {curve.getX(i), curve.getY(i)};
  }
  to_degrees.apply(line);
  return line;
}

void add_point(const OGRPoint& point, const ToDegrees& to_degrees, SourceShape& shape) {
  std::vector<LonLat> points{{point.getX(), point.getY()}};
  to_degrees.apply(points);
  shape.points.push_back(points.front());
}

void add_polygon(const OGRPolygon& polygon, const ToDegrees& to_degrees, SourceShape& shape) {
  std::vector<LonLatLine> rings;
  for (const auto* ring : polygon) rings.push_back(make_line(*ring, to_degrees));
  if (!rings.empty()) shape.polygons.push_back(std::move(rings));
}

void add(const OGRGeometry& geometry, const ToDegrees& to_degrees, SourceShape& shape) {
  if (geometry.IsEmpty() != 0) return;
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
      return add_point(*geometry.toPoint(), to_degrees, shape);
    case wkbLineString:
      shape.lines.push_back(make_line(*geometry.toLineString(), to_degrees));
      return;
    case wkbPolygon:
      return add_polygon(*geometry.toPolygon(), to_degrees, shape);
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
      for (const auto* part : *geometry.toGeometryCollection()) add(*part, to_degrees, shape);
      return;
    default:
      shape.other = true;
  }
}

}  // namespace

ToDegrees::ToDegrees(const OGRSpatialReference& source, const std::string& where) {
  const auto wgs84 = make_wgs84();
  if (is_wgs84(source, wgs84)) return;
  transformation_.reset(
      OGRCreateCoordinateTransformation(&source, &wgs84),
      [](OGRCoordinateTransformation* t) { OGRCoordinateTransformation::DestroyCT(t); });
  if (transformation_) return;
  throw DataError(
      {.what = fmt::format("no way is known from the CRS '{}' to WGS 84",
                           source.GetName() != nullptr ? source.GetName() : "?"),
       .where = where,
       .why = "all layers of a dataset are brought together by their place on the earth",
       .hint = "convert the layer to EPSG:4326 first"});
}

void ToDegrees::apply(std::vector<LonLat>& points) const {
  if (!transformation_ || points.empty()) return;
  const auto n = points.size();
  std::vector<double> x(n), y(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = points[i].lon, y[i] = points[i].lat;
  std::vector<int> done(n, 0);
  transformation_->Transform(static_cast<int>(n), x.data(), y.data(), nullptr, done.data());
  for (std::size_t i = 0; i < n; ++i) points[i] = done[i] != 0 ? LonLat{x[i], y[i]} : LonLat{};
}

SourceShape make_source_shape(const OGRGeometry& geometry, const ToDegrees& to_degrees) {
  SourceShape shape;
  if (geometry.hasCurveGeometry() != 0) {
    const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
    if (straight) add(*straight, to_degrees, shape);
  } else {
    add(geometry, to_degrees, shape);
  }
  return shape;
}

}  // namespace pahunch
