#include "geo/io/output_geometry.h"

#include <fmt/format.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "geo/base/error.h"

namespace pahunch {
namespace {

using MultiPolygonPtr = std::unique_ptr<OGRMultiPolygon>;

double round_degrees(double degrees) {
  constexpr double kPerDegree = 1e6;
  const double rounded = std::round(degrees * kPerDegree) / kPerDegree;
  return rounded == 0 ? 0 : rounded;  // never -0
}

LonLat rounded(LonLat at) { return {round_degrees(at.lon), round_degrees(at.lat)}; }

/// The places in degrees, rounded.
std::vector<LonLat> to_rounded(const Projection& projection, const std::vector<Xy>& points) {
  std::vector<LonLat> places = projection.to_lon_lat(points);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].valid()) {
      throw DataError({.what = fmt::format("the place ({}, {}) has no longitude and latitude",
                                           points[i].x_m, points[i].y_m),
                       .where = "working CRS " + projection.crs(),
                       .hint = "choose a working_crs that covers the study area"});
    }
    places[i] = rounded(places[i]);
  }
  return places;
}

void fill(OGRSimpleCurve& curve, const std::vector<LonLat>& places) {
  for (const LonLat place : places) curve.addPoint(place.lon, place.lat);
}

void drop_repeated(std::vector<LonLat>& places) {
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

/// A ring of at least three different places; null where rounding left fewer.
std::unique_ptr<OGRLinearRing> make_ring(std::vector<LonLat> places) {
  drop_repeated(places);
  if (places.size() < 4) return nullptr;
  auto result = std::make_unique<OGRLinearRing>();
  fill(*result, places);
  return result;
}

std::unique_ptr<OGRPolygon> make_polygon(const Projection& projection, const Polygon& polygon) {
  auto outer = make_ring(to_rounded(projection, polygon.outer));
  if (!outer) return nullptr;
  auto result = std::make_unique<OGRPolygon>();
  result->addRingDirectly(outer.release());
  for (const Ring& hole : polygon.holes) {
    if (auto ring = make_ring(to_rounded(projection, hole)))
      result->addRingDirectly(ring.release());
  }
  return result;
}

/// The ring rounded again; null where rounding left fewer than three different places.
std::unique_ptr<OGRLinearRing> make_rounded(const OGRLinearRing& ring) {
  std::vector<LonLat> places;
  for (int i = 0; i < ring.getNumPoints(); ++i) {
    places.push_back(rounded({ring.getX(i), ring.getY(i)}));
  }
  return make_ring(std::move(places));
}

std::unique_ptr<OGRPolygon> make_rounded(const OGRPolygon& polygon) {
  auto outer = make_rounded(*polygon.getExteriorRing());
  if (!outer) return nullptr;
  auto result = std::make_unique<OGRPolygon>();
  result->addRingDirectly(outer.release());
  for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
    if (auto hole = make_rounded(*polygon.getInteriorRing(i))) {
      result->addRingDirectly(hole.release());
    }
  }
  return result;
}

/// Adds every polygon in `geometry`, rounded; lines and points, which have no area, are passed
/// over.
void collect_polygons(const OGRGeometry& geometry, OGRMultiPolygon& into) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbPolygon) {
    if (auto polygon = make_rounded(*geometry.toPolygon())) {
      into.addGeometryDirectly(polygon.release());
    }
  } else if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) collect_polygons(*part, into);
  }
}

/// One round of repair: made valid, then rounded again, as the repair adds corners.
MultiPolygonPtr repaired_once(const OGRMultiPolygon& shape) {
  auto result = std::make_unique<OGRMultiPolygon>();
  const std::unique_ptr<OGRGeometry> valid(shape.MakeValid());
  if (!valid) return result;
  collect_polygons(*valid, *result);
  return result;
}

}  // namespace

void OgrGeometryDeleter::operator()(OGRGeometry* geometry) const { delete geometry; }

OutputGeometry::OutputGeometry(const std::string& working_crs, WriteReport& report)
    : projection_(working_crs), report_(report) {}

OgrGeometry OutputGeometry::make(const Geometry& geometry) {
  if (std::holds_alternative<std::monostate>(geometry)) return nullptr;
  if (const auto* point = std::get_if<Xy>(&geometry)) return make_point(*point);
  OgrGeometry result;
  if (const auto* line = std::get_if<Polyline>(&geometry)) {
    result = make_line(*line);
  } else {
    result = make_polygons(std::get<MultiPolygon>(geometry));
  }
  if (!result) ++report_.n_emptied;
  return result;
}

OgrGeometry OutputGeometry::make_point(Xy at) const {
  const LonLat place = to_rounded(projection_, {at}).front();
  return OgrGeometry(new OGRPoint(place.lon, place.lat));
}

OgrGeometry OutputGeometry::make_line(const Polyline& line) const {
  auto places = to_rounded(projection_, line);
  drop_repeated(places);
  if (places.size() < 2) return nullptr;
  auto result = std::make_unique<OGRLineString>();
  fill(*result, places);
  return OgrGeometry(result.release());
}

OgrGeometry OutputGeometry::make_polygons(const MultiPolygon& shape) {
  auto result = std::make_unique<OGRMultiPolygon>();
  for (const Polygon& polygon : shape) {
    if (auto part = make_polygon(projection_, polygon)) result->addGeometryDirectly(part.release());
  }
  if (!result->IsEmpty() && !result->IsValid()) {
    ++report_.n_repaired;
    constexpr int kMaxRounds = 10;
    for (int i = 0; i < kMaxRounds && !result->IsEmpty() && !result->IsValid(); ++i) {
      result = repaired_once(*result);
    }
  }
  if (result->IsEmpty() || !result->IsValid()) return nullptr;
  return OgrGeometry(result.release());
}

}  // namespace pahunch
