/// \file
/// The whole folder of each scenario of a batch, as `pahunch run` writes it.
#pragma once

#include "planner/batch/run_batch.h"

namespace pahunch {

/// Runs each scenario that is done into a folder named by its content beside the journal, unless
/// all of it is there, and notes the folder, or why the run failed, in the outcome. Throws
/// Interrupted and StoreError; what was finished stays.
void write_full_runs(const BatchPlan& plan, const FigureStore& store, BatchOutcome& outcome,
                     Session& session);

}  // namespace pahunch
