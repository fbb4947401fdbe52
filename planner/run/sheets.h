/// \file
/// The data files of a result folder: each table as CSV and GeoJSON with a QGIS style, and all maps
/// in one GeoPackage.
#pragma once

#include <string>
#include <vector>

#include "geo/io/run_folder.h"
#include "geo/io/table.h"
#include "planner/console.h"

namespace pahunch {

/// A table with the style of its map; a table without geometry is written as CSV only.
struct Sheet {
  Table table;
  std::string qml = {};
};
using Sheets = std::vector<Sheet>;

/// Writes pahunch.gpkg, each sheet's files, and fields.csv, side by side. `crs`: of the geometries.
void write_sheets(const Sheets& sheets, const std::string& crs, RunFolder& folder,
                  Session& session);

}  // namespace pahunch
