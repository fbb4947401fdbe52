/// \file
/// The years of a simulation among the ranks of `mpirun`.
#pragma once

#include <filesystem>

#include "planner/console.h"
#include "planner/ranks/ranks.h"
#include "planner/study/study.h"

namespace pahunch {

/// Each rank simulates the parcels that it claims into a checkpoint of its own, from which
/// `ResumableSimulation` goes on; with `simulation.until_women` up to each look together. All ranks
/// come to it with the same study and leave it together. Throws as `StudyWorld` and `Checkpoint`
/// do.
void share_simulation(const Study& study, const std::filesystem::path& folder, Ranks& ranks,
                      Session& session);

}  // namespace pahunch
