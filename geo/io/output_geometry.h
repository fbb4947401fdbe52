/// \file
/// Geometry on its way out: WGS 84 degrees at 6 decimals (0.11 m), valid after rounding.
#pragma once

#include <memory>
#include <string>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "geo/io/write_table.h"

class OGRGeometry;
class OGRMultiPolygon;

namespace pahunch {

struct OgrGeometryDeleter {
  void operator()(OGRGeometry* geometry) const;
};
using OgrGeometry = std::unique_ptr<OGRGeometry, OgrGeometryDeleter>;

/// Converts the geometries of a table and counts what it had to change.
///
/// Polygons that cross themselves, as given or once rounded, are repaired (GEOS MakeValid, keeping
/// the parts that have an area) and counted in `report`. Where rounding leaves nothing, the result
/// is empty (null) and counted.
class OutputGeometry {
 public:
  OutputGeometry(const std::string& working_crs, WriteReport& report);

  /// Null for no geometry. Throws DataError for a place that the working CRS cannot tell in
  /// degrees.
  OgrGeometry make(const Geometry& geometry);

 private:
  [[nodiscard]] OgrGeometry make_point(Xy at) const;
  [[nodiscard]] OgrGeometry make_line(const Polyline& line) const;
  OgrGeometry make_polygons(const MultiPolygon& shape);

  Projection projection_;
  WriteReport& report_;
};

}  // namespace pahunch
