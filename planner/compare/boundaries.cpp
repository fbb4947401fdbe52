#include "planner/compare/boundaries.h"

#include <algorithm>

#include "geo/io/ogr_source.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

constexpr const char* kDistrictMap = "districts.geojson";

struct District {
  std::string id, name;
  MultiPolygon shape;
};

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

std::vector<District> read_rows_of(const RunSide& side, const Projection& projection) {
  LayerSpec spec;
  spec.name = "districts";
  spec.source = kDistrictMap;
  OgrSource source(spec, {side.folder}, GeometryNeed::kPolygon);
  const auto id = source.read_slot("id"), name = source.read_slot("name");
  std::vector<District> districts;
  for (SourceRow row; source.read_next(row);) {
    districts.push_back({row.values[id].value_or(""), row.values[name].value_or(""),
                         to_shape(row.shape, projection)});
  }
  return districts;
}

}  // namespace

std::optional<Table> read_districts_of(const RunSide& side, const Projection& projection) {
  const auto& files = side.manifest.files;
  const auto file = std::ranges::find(files, kDistrictMap, &ManifestFile::name);
  if (file == files.end()) return std::nullopt;
  check_run_file(side.folder, *file);
  const auto districts = read_rows_of(side, projection);
  TableSpec<District> spec;
  spec.add(text_column("id", "of the district", InGeoJson::kYes),
           [](const District& district) { return Cell(district.id); });
  spec.add(text_column("name", "of the district", InGeoJson::kYes),
           [](const District& district) { return Cell(district.name); });
  Table table = spec.make("districts", districts);
  table.geometry_type = GeometryType::kPolygon;
  for (const District& district : districts) table.geometry.emplace_back(district.shape);
  return table;
}

}  // namespace pahunch
