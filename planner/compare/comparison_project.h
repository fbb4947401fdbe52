/// \file
/// What the QGIS project of a comparison tells: which settlements are faster or slower, and which
/// centres opened, closed or moved.
#pragma once

#include "planner/compare/comparison.h"
#include "planner/qgis/project.h"
#include "planner/run/sheets.h"

namespace pahunch {

/// One theme, "What changed", of the maps among `sheets`.
QgisProject make_comparison_project(const Comparison& comparison, const Sheets& sheets);

}  // namespace pahunch
