/// \file
/// The data files of a result folder: each table as CSV and GeoJSON with a QGIS style, and all maps
/// in one GeoPackage.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/run_folder.h"
#include "geo/io/table.h"
#include "planner/console.h"

namespace pahunch {

/// In which files a table goes, beside pahunch.gpkg if it has geometry.
enum class SheetFiles : std::uint8_t {
  kAll,             ///< CSV, and GeoJSON with a style if it has geometry
  kGeoPackageOnly,  ///< what only goes below the results on a map
};

/// A table with the style of its map.
struct Sheet {
  Table table;
  std::string qml = {};
  SheetFiles files = SheetFiles::kAll;
};
using Sheets = std::vector<Sheet>;

/// Writes pahunch.gpkg, each sheet's files, and fields.csv, side by side. `crs`: of the geometries.
void write_sheets(const Sheets& sheets, const std::string& crs, RunFolder& folder,
                  Session& session);

}  // namespace pahunch
