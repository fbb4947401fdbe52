#include "geo/io/read_shapes.h"

#include <fmt/format.h>

#include "geo/base/error.h"
#include "geo/io/ogr_source.h"
#include "geo/io/read_context.h"

namespace pahunch {
namespace {

[[noreturn]] void refuse(const OgrSource& source, const std::string& row, const std::string& what) {
  throw DataError({.what = what,
                   .where = row.empty() ? source.where() : source.where() + ", " + row,
                   .hint = "give a file of lines and polygons"});
}

}  // namespace

FileShapes read_shapes(const std::filesystem::path& file, const Projection& projection) {
  const LayerSpec spec{.name = "shapes",
                       .source = std::filesystem::absolute(file).string(),
                       .layer = {},
                       .crs = {},
                       .encoding = {},
                       .filter = {},
                       .fields = {},
                       .joins = {},
                       .place = file.string()};
  OgrSource source(spec, named_by_a_person(), GeometryNeed::kLineOrPolygon);
  FileShapes shapes;
  SourceRow row;
  while (source.read_next(row)) {
    if (row.shape.other || !row.shape.points.empty()) {
      refuse(source, row.name, "the shape is neither a line nor a polygon");
    }
    for (const LonLatLine& line : row.shape.lines) shapes.lines.push_back(projection.to_xy(line));
    for (Polygon& polygon : to_shape(row.shape.polygons, projection)) {
      shapes.polygons.push_back(std::move(polygon));
    }
  }
  if (shapes.lines.empty() && shapes.polygons.empty()) refuse(source, "", "the file has no shapes");
  return shapes;
}

}  // namespace pahunch
