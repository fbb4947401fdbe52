/// \file
/// All that a run's report page knows: the summary, the manifest and the tables of the run, as its
/// other files have them, and the curve of coverage.
#pragma once

#include "planner/report/page_pack.h"
#include "planner/run/sheets.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

/// The head: `format`, `summary` (summary.json), `manifest` (manifest.json without its files),
/// `service`, `service_plural` and `region`, `bands` (label and colour), `curve`, `tables` and
/// `geometry` by name of the table, `floods` (inundated share of the blocks by month) where the
/// dataset has them, `settlement_places` (rows of the block and the district of each settlement)
/// and `block_districts`.
PagePack make_page_data(const RunSummary& summary, const Sheets& sheets);

}  // namespace pahunch
