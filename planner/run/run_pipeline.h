/// \file
/// The whole run: load, travel, cover, tabulate, write.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "geo/coverage/run_coverage.h"
#include "geo/io/run_folder.h"
#include "planner/console.h"
#include "planner/options/output_options.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

struct RunTarget {
  std::filesystem::path folder;
  RunFolder::IfExists if_exists = RunFolder::IfExists::kRefuse;
};

/// What is said at the end of it.
struct RunReport {
  std::string text;
  std::string json;
};

/// What `output` says; but what the same scenario left as partial may always be replaced.
RunFolder::IfExists if_exists_for(const Scenario& scenario, const std::filesystem::path& folder,
                                  const OutputOptions& output);

/// The coverage that a scenario asks for.
CoverageOptions coverage_options(const Scenario& scenario);

/// Leaves a whole folder or nothing, and then `tell`s. Throws as its steps do; a simulation that
/// was interrupted leaves a folder marked as partial, is told too, and throws Interrupted at last.
void run_pipeline(const Scenario& scenario, const RunTarget& target, Session& session,
                  const std::function<void(const RunReport&)>& tell);

}  // namespace pahunch
