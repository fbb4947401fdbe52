/// \file
/// `pahunch optimise` on a dataset: choose, hold against the official rule, cover, write.
#pragma once

#include <functional>

#include "planner/console.h"
#include "planner/optimise/optimise_options.h"
#include "planner/run/run_pipeline.h"
#include "planner/siting/siting_answer.h"

namespace pahunch {

/// Options with what the scenario and the dataset say where the command line does not: the limit,
/// and as many sites as are planned.
OptimiseOptions complete_options(OptimiseOptions options, const Study& study);

/// Leaves a whole folder or nothing, and then `tell`s. An answer that was stopped is written with
/// its bound; after Ctrl-C Interrupted is thrown at last. DataError for a problem without an
/// answer, with the smallest change that would give it one.
void run_siting(const Scenario& scenario, const OptimiseOptions& options, const RunTarget& target,
                Session& session, const std::function<void(const RunReport&)>& tell);

/// DataError where there is no answer: why, and the smallest change that gives one; or where the
/// time was over before there was any. Interrupted where that was by Ctrl-C.
void refuse_without_sites(const SitingAnswer& answer, const std::string& where);

}  // namespace pahunch
