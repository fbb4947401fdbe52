/// \file
/// The steps of an import, one function a layer; see import_dataset.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/point.h"
#include "geo/io/import/import_dataset.h"
#include "geo/io/osm/area_mask.h"
#include "geo/io/osm/points.h"

namespace pahunch::detail {

struct ImportContext {
  const ImportRequest& request;
  RunFolder& folder;
  Progress& progress;
};

/// One polygon feature of the study area.
struct ImportArea {
  std::string id, name;
  std::vector<std::vector<std::vector<LonLat>>> polygons;
};

/// The study area; without one, everything is in it.
struct ImportAreas {
  std::vector<ImportArea> areas;
  std::optional<osm::AreaMask> exact, with_margin;
};

/// Bounds of what was read, in degrees.
struct Bounds {
  double west = 180, south = 90, east = -180, north = -90;
  void extend(LonLat at);
};

using ImportPoints = std::vector<osm::Point>;

/// A text with its quotes, as JSON and TOML have it; control characters become spaces.
std::string quoted(const std::string& text);

ImportAreas read_import_areas(const ImportRequest& request);

Bounds import_osm_roads(const ImportContext& context, const ImportAreas& areas,
                        ImportPoints& points, ImportReport& report);
Bounds import_line_roads(const ImportContext& context, const ImportAreas& areas,
                         ImportReport& report);

void write_district(const ImportContext& context, const ImportAreas& areas, const Bounds& bounds,
                    ImportReport& report);
void write_settlements(const ImportContext& context, const ImportAreas& areas,
                       const ImportPoints& points, ImportReport& report);
void write_centres(const ImportContext& context, const ImportAreas& areas,
                   const ImportPoints& points, ImportReport& report);
void write_dataset_file(const ImportContext& context, const ImportReport& report);

/// A point of an OGR layer; a polygon gives the middle of its bounds.
struct SourcePoint {
  std::string id, name, kind;
  std::string population;  ///< text, "" for none
  LonLat at;
};
/// Points of a layer inside the area; rows without a place, or outside, are counted under
/// `subject`.
std::vector<SourcePoint> read_source_points(const ImportSource& source, const ImportAreas& areas,
                                            const std::string& subject, ImportReport& report);

}  // namespace pahunch::detail
