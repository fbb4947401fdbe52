#include "planner/compare/boundaries.h"

#include <algorithm>

#include "geo/io/ogr_source.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

Ring to_ring(const LonLatLine& line, const Projection& projection) {
  const auto points = projection.to_xy(line);
  return {points.begin(), points.end()};
}

MultiPolygon to_shape(const SourceShape& source, const Projection& projection) {
  MultiPolygon shape;
  for (const auto& rings : source.polygons) {
    Polygon polygon;
    polygon.outer = to_ring(rings.front(), projection);
    for (std::size_t i = 1; i < rings.size(); ++i) {
      polygon.holes.push_back(to_ring(rings[i], projection));
    }
    shape.push_back(std::move(polygon));
  }
  return shape;
}

std::vector<RunArea> read_areas_in(const std::filesystem::path& folder, const std::string& level,
                                   const Projection& projection) {
  LayerSpec spec;
  spec.name = level;
  spec.source = level + ".geojson";
  OgrSource source(spec, {folder}, GeometryNeed::kPolygon);
  const auto id = source.read_slot("id"), name = source.read_slot("name");
  const auto parent = source.find_slot("parent");
  std::vector<RunArea> areas;
  for (SourceRow row; source.read_next(row);) {
    areas.push_back({row.values[id].value_or(""), row.values[name].value_or(""),
                     parent ? row.values[*parent].value_or("") : "",
                     to_shape(row.shape, projection)});
  }
  return areas;
}

}  // namespace

std::vector<RunArea> read_run_areas(const RunSide& side, const std::string& level,
                                    const Projection& projection) {
  const auto& files = side.manifest.files;
  const auto file = std::ranges::find(files, level + ".geojson", &ManifestFile::name);
  if (file == files.end()) return {};
  check_run_file(side.folder, *file);
  return read_areas_in(side.folder, level, projection);
}

Table make_boundaries_table(const std::vector<RunArea>& districts) {
  TableSpec<RunArea> spec;
  spec.add(text_column("id", "of the district", InGeoJson::kYes),
           [](const RunArea& district) { return Cell(district.id); });
  spec.add(text_column("name", "of the district", InGeoJson::kYes),
           [](const RunArea& district) { return Cell(district.name); });
  Table table = spec.make("districts", districts);
  table.geometry_type = GeometryType::kPolygon;
  for (const RunArea& district : districts) table.geometry.emplace_back(district.shape);
  return table;
}

}  // namespace pahunch
