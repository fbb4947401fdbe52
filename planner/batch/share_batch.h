/// \file
/// A batch among the ranks of `mpirun`: each computes what it claims into a journal of its own.
#pragma once

#include "planner/batch/run_batch.h"

namespace pahunch {

/// Computes what is not finished yet. All ranks, those of the options, come to it with the same
/// plan and leave it together; then all that did not fail is in the journals of the folder. Throws
/// as `run_batch` does.
void share_batch(const BatchPlan& plan, const BatchOptions& options,
                 const std::filesystem::path& folder, Session& session);

}  // namespace pahunch
