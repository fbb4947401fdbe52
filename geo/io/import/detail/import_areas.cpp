#include <fmt/format.h>

#include <algorithm>

#include "geo/io/import/detail/import_parts.h"
#include "geo/io/ogr_source.h"

namespace pahunch::detail {
namespace {

std::string find_text(const SourceRow& row, std::optional<std::size_t> slot,
                      const std::string& otherwise) {
  if (!slot || !row.values[*slot]) return otherwise;
  return *row.values[*slot];
}

std::string ring_text(const std::vector<LonLat>& ring) {
  std::string text = "[";
  for (const LonLat at : ring) {
    if (text.size() > 1) text += ',';
    text += fmt::format("[{:.7f},{:.7f}]", at.lon, at.lat);
  }
  return text + ']';
}

std::string area_text(const ImportArea& area) {
  std::string shape;
  for (const auto& polygon : area.polygons) {
    std::string rings;
    for (const auto& ring : polygon) rings += (rings.empty() ? "" : ",") + ring_text(ring);
    shape += (shape.empty() ? "[" : ",[") + rings + ']';
  }
  return fmt::format(
      R"({{"type":"Feature","properties":{{"id":{},"name":{}}},"geometry":{{"type":"MultiPolygon","coordinates":[{}]}}}})",
      quoted(area.id), quoted(area.name), shape);
}

/// The box of all that was read, for a dataset without boundaries.
ImportArea make_box(const std::string& name, const Bounds& b) {
  constexpr double kAround = 0.01;  // degrees, about 1 km
  const double w = b.west - kAround, e = b.east + kAround;
  const double s = b.south - kAround, n = b.north + kAround;
  return {"1", name, {{{{w, s}, {e, s}, {e, n}, {w, n}, {w, s}}}}};
}

}  // namespace

void Bounds::extend(LonLat at) {
  west = std::min(west, at.lon);
  east = std::max(east, at.lon);
  south = std::min(south, at.lat);
  north = std::max(north, at.lat);
}

ImportAreas read_import_areas(const ImportRequest& request) {
  ImportAreas result;
  if (!request.area) return result;
  LayerSpec spec;
  spec.name = "area";
  spec.source = std::filesystem::absolute(request.area->file).string();
  spec.layer = request.area->layer;
  OgrSource source(spec, named_by_a_person(), GeometryNeed::kPolygon);
  const auto& fields = request.area->fields;
  const auto slot_of = [&](const std::string& role) -> std::optional<std::size_t> {
    const auto named = fields.find(role);
    return named == fields.end() ? source.find_slot(role) : source.read_slot(named->second);
  };
  const auto id = slot_of("id"), name = slot_of("name");
  SourceRow row;
  while (source.read_next(row)) {
    if (row.shape.polygons.empty()) continue;
    const auto id_text = find_text(row, id, std::to_string(result.areas.size() + 1));
    result.areas.push_back({id_text, find_text(row, name, id_text), row.shape.polygons});
  }
  result.exact = osm::read_area_mask(request.area->file, request.area->layer, 0);
  result.with_margin =
      osm::read_area_mask(request.area->file, request.area->layer, request.margin_km);
  return result;
}

void write_district(const ImportContext& context, const ImportAreas& areas, const Bounds& bounds,
                    ImportReport& report) {
  auto features = areas.areas;
  if (features.empty()) {
    features.push_back(make_box(context.request.name, bounds));
    report.warnings.push_back(
        "no study area was given: the box around the roads stands for it (--area sets one)");
  }
  std::string text = R"({"type":"FeatureCollection","features":[)";
  for (std::size_t i = 0; i < features.size(); ++i) {
    text += (i == 0 ? "\n" : ",\n") + area_text(features[i]);
  }
  const auto n = static_cast<std::int64_t>(features.size());
  context.folder.write_text("district.geojson", text + "\n]}\n");
  report.add("district", "areas", static_cast<double>(n));
}

}  // namespace pahunch::detail
