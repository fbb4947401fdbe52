/// \file
/// batch.csv: one row a scenario.
#pragma once

#include "geo/io/table.h"
#include "planner/batch/batch_result.h"

namespace pahunch {

/// "batch": how the scenario differs from the base, its figures, and those less the base's. Points
/// of the one centre that it opens, closes or moves; no geometry in the table where no scenario has
/// such a place.
Table make_batch_table(const BatchResult& result);

}  // namespace pahunch
