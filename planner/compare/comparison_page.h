/// \file
/// All that compare.html knows: compare.json, and the settlements, centres and areas of both runs.
#pragma once

#include "planner/compare/comparison.h"
#include "planner/report/page_pack.h"

namespace pahunch {

/// The head: `format`, `comparison` (compare.json), `bands` (label and colour, of the limits of the
/// second run), `sides` (how to make each run again), `attribution`, and, as in the page of a run,
/// `tables`, `geometry`, `settlement_places` and `block_districts`.
///
/// The two runs are to the page what two sets of centres are: columns end in "_before" or "_after".
/// Tables: settlements (all, also those that did not change), centres (one that moved stands at
/// both places), districts and blocks where the runs have them, with the shapes of the second run.
/// Throws DataError where the maps of its areas were changed since the run.
PagePack make_comparison_page(const Comparison& comparison);

}  // namespace pahunch
