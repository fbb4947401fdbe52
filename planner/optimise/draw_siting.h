/// \file
/// The plots of chosen sites as SVG, in the folder of `pahunch optimise`.
#pragma once

#include <string>
#include <vector>

#include "geo/io/run_folder.h"
#include "planner/console.h"
#include "planner/optimise/siting_result.h"
#include "planner/run/sheets.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

/// As `pahunch plot` draws them, from the tables among `sheets`. Without gnuplot nothing is drawn,
/// and a warning says so: the tables tell the same. Returns siting.md's section that shows them.
std::string draw_siting(const SitingResult& result, const RunSummary& summary, const Sheets& sheets,
                        RunFolder& folder, Session& session);

}  // namespace pahunch
