/// \file
/// Writing the files of a run into its folder.
#pragma once

#include "geo/base/progress.h"
#include "geo/io/run_folder.h"
#include "planner/console.h"
#include "planner/run/sheets.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

/// Tables as CSV, `more` among them, GeoJSON with its style and one GeoPackage with a QGIS project,
/// the dictionary, the summaries, the manifest. Says what the writers had to warn of.
void write_run(const RunSummary& summary, const Sheets& more, RunFolder& folder, Session& session);

}  // namespace pahunch
