/// \file
/// `pahunch.qgz`: the project that opens a run in QGIS.
#pragma once

#include "geo/io/run_folder.h"
#include "planner/qgis/project.h"

namespace pahunch {

inline constexpr const char* kProjectName = "pahunch.qgz";

/// Beside the folder's `pahunch.gpkg`. The same bytes for the same project.
void write_project(const QgisProject& project, RunFolder& folder);

}  // namespace pahunch
