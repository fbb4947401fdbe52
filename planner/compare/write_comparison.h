/// \file
/// The folder of a comparison: tables and maps of what changed, a QGIS project, a page for the
/// browser, the story in words.
#pragma once

#include "geo/io/run_folder.h"
#include "planner/compare/comparison.h"
#include "planner/console.h"

namespace pahunch {

/// changes and centre_changes as CSV and GeoJSON with styles, district_changes.csv,
/// block_changes.csv, fields.csv, pahunch.gpkg and pahunch.qgz, compare.html, compare.md,
/// compare.json and a manifest. Does not commit the folder.
void write_comparison(const Comparison& comparison, RunFolder& folder, Session& session);

}  // namespace pahunch
