/// \file
/// The groups of layers in a run's QGIS project, the top one first.
#pragma once

#include <vector>

#include "planner/qgis/project.h"
#include "planner/run/sheets.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

/// Groups without layers are left out.
std::vector<LayerGroup> make_story_layers(const RunSummary& summary, const Sheets& sheets);

}  // namespace pahunch
