#include "geo/model/detail/geos.h"

#include <vector>

namespace pahunch::geos {

namespace {

GEOSCoordSequence* make_sequence(const Context& context, std::span<const Xy> points) {
  static_assert(sizeof(Xy) == 2 * sizeof(double));
  return context.check(GEOSCoordSeq_copyFromBuffer_r(context.get(), &points.data()->x_m,
                                                     static_cast<unsigned>(points.size()), 0, 0));
}

GEOSGeometry* make_ring(const Context& context, const Ring& ring) {
  return context.check(GEOSGeom_createLinearRing_r(context.get(), make_sequence(context, ring)));
}

Ring to_ring(const Context& context, const GEOSGeometry* ring) {
  const auto* sequence = context.check(GEOSGeom_getCoordSeq_r(context.get(), ring));
  unsigned size = 0;
  GEOSCoordSeq_getSize_r(context.get(), sequence, &size);
  Ring points(size);
  if (size > 0) GEOSCoordSeq_copyToBuffer_r(context.get(), sequence, &points.data()->x_m, 0, 0);
  return points;
}

Polygon to_polygon(const Context& context, const GEOSGeometry* geometry) {
  Polygon polygon;
  polygon.outer = to_ring(context, context.check(GEOSGetExteriorRing_r(context.get(), geometry)));
  const int n_holes = GEOSGetNumInteriorRings_r(context.get(), geometry);
  for (int i = 0; i < n_holes; ++i) {
    polygon.holes.push_back(
        to_ring(context, context.check(GEOSGetInteriorRingN_r(context.get(), geometry, i))));
  }
  return polygon;
}

}  // namespace

Geometry make_point(const Context& context, Xy at) {
  return own(context, GEOSGeom_createPointFromXY_r(context.get(), at.x_m, at.y_m));
}

Geometry make_line(const Context& context, std::span<const Xy> line) {
  if (line.size() == 1) return make_point(context, line.front());
  return own(context, GEOSGeom_createLineString_r(context.get(), make_sequence(context, line)));
}

Geometry make_box(const Context& context, const Box& box) {
  const std::vector<Xy> corners{{box.min_x_m, box.min_y_m}, {box.max_x_m, box.max_y_m}};
  return own(context, GEOSGeom_createLineString_r(context.get(), make_sequence(context, corners)));
}

Geometry make_polygon(const Context& context, const Polygon& polygon) {
  Geometry outer = own(context, make_ring(context, polygon.outer));
  std::vector<GEOSGeometry*> holes;
  for (const auto& hole : polygon.holes) holes.push_back(make_ring(context, hole));
  return own(context, GEOSGeom_createPolygon_r(context.get(), outer.release(), holes.data(),
                                               static_cast<unsigned>(holes.size())));
}

Geometry make_multi_polygon(const Context& context, const MultiPolygon& shape) {
  std::vector<GEOSGeometry*> parts;
  for (const auto& polygon : shape) parts.push_back(make_polygon(context, polygon).release());
  return own(context, GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, parts.data(),
                                                  static_cast<unsigned>(parts.size())));
}

Prepared prepare(const Context& context, const Geometry& geometry) {
  return {context.check(GEOSPrepare_r(context.get(), geometry.get())), Delete{context.get()}};
}

double get_area_m2(const Context& context, const GEOSGeometry* geometry) {
  double area_m2 = 0;
  if (GEOSArea_r(context.get(), geometry, &area_m2) == 0) throw GeosError("area failed");
  return area_m2;
}

Xy get_inner_point(const Context& context, const GEOSGeometry* geometry) {
  const auto point = own(context, GEOSPointOnSurface_r(context.get(), geometry));
  if (context.check(GEOSisEmpty_r(context.get(), point.get()))) return {};
  Xy at;
  GEOSGeomGetX_r(context.get(), point.get(), &at.x_m);
  GEOSGeomGetY_r(context.get(), point.get(), &at.y_m);
  return at;
}

MultiPolygon to_multi_polygon(const Context& context, const GEOSGeometry* geometry) {
  MultiPolygon shape;
  const int type = GEOSGeomTypeId_r(context.get(), geometry);
  if (type == GEOS_POLYGON) {
    if (!context.check(GEOSisEmpty_r(context.get(), geometry))) {
      shape.push_back(to_polygon(context, geometry));
    }
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    const int n_parts = GEOSGetNumGeometries_r(context.get(), geometry);
    for (int i = 0; i < n_parts; ++i) {
      auto part = to_multi_polygon(context, GEOSGetGeometryN_r(context.get(), geometry, i));
      shape.insert(shape.end(), part.begin(), part.end());
    }
  }
  return shape;
}

}  // namespace pahunch::geos
