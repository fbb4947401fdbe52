/// \file
/// The result folder of chosen sites: words, tables and maps of the choice, and the coverage of all
/// sets, the chosen one among them.
#pragma once

#include "geo/io/run_folder.h"
#include "planner/console.h"
#include "planner/optimise/siting_result.h"
#include "planner/run/run_timing.h"

namespace pahunch {

/// Writes everything and commits the folder. Throws as load_study and write_run do.
void write_siting(const SitingResult& result, RunFolder& folder, RunTiming& timing,
                  Session& session);

}  // namespace pahunch
