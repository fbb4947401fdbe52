/// \file
/// A batch among the ranks of `mpirun`: each computes what it claims into a journal of its own.
#pragma once

#include "planner/batch/run_batch.h"

namespace pahunch {

/// Computes what is not finished yet. All ranks come to it, with the same plan, and leave it
/// together; then all that did not fail is in the journals of the folder. Throws as `run_batch`
/// does.
void share_batch(const BatchPlan& plan, const std::filesystem::path& folder, OnFailure on_failure,
                 Ranks& ranks, Session& session);

}  // namespace pahunch
