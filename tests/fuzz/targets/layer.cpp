#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "geo/io/ogr_source.h"
#include "geo/io/read_shapes.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

/// The ending that the first bytes ask for; text without a sign of its own is CSV.
std::string find_ending(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, const char*>, 5> kSigns = {
      {{"{", ".geojson"}, {"SQLite", ".gpkg"}, {"fgb", ".fgb"}, {"<?xml", ".kml"}, {"PK", ".kmz"}}};
  const auto* found =
      std::ranges::find_if(kSigns, [&](const auto& sign) { return bytes.starts_with(sign.first); });
  return found == kSigns.end() ? ".csv" : found->second;
}

void read_rows(const std::filesystem::path& file, GeometryNeed need) {
  LayerSpec spec;
  spec.name = "fed";
  spec.source = file.filename().string();
  OgrSource source(spec, {file.parent_path()}, need);
  for (const auto& column : source.columns()) static_cast<void>(source.find_slot(column));
  SourceRow row;
  while (source.read_next(row)) {
    require(!row.name.empty(), "a row has a name");
    for (const auto& polygon : row.shape.polygons) require(!polygon.empty(), "a polygon has rings");
  }
}

}  // namespace

void read_layer_bytes(std::string_view bytes) {
  static const Projection projection("EPSG:32645");
  const auto file = scratch().write("layer/fed" + find_ending(bytes), bytes);
  for (const auto need : {GeometryNeed::kNone, GeometryNeed::kPoint}) {
    allow_refusal([&] { read_rows(file, need); });
  }
  allow_refusal([&] { static_cast<void>(read_shapes(file, projection)); });
  std::filesystem::remove_all(file.parent_path());
}

}  // namespace pahunch::fuzz
