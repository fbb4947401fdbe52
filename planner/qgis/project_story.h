/// \file
/// What the QGIS project of a run tells: where the centres are, whom they reach today and after the
/// plan, what changes, who is underserved and how sure that is, floods, roads, boundaries.
#pragma once

#include "planner/qgis/project.h"
#include "planner/run/sheets.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

/// Layers only of the maps among `sheets`; questions only that these can answer.
QgisProject make_project_story(const RunSummary& summary, const Sheets& sheets);

}  // namespace pahunch
