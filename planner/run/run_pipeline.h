/// \file
/// The whole run: load, travel, cover, tabulate, write.
#pragma once

#include <filesystem>
#include <string>

#include "geo/coverage/run_coverage.h"
#include "geo/io/run_folder.h"
#include "planner/console.h"
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

/// The coverage that a scenario asks for.
CoverageOptions coverage_options(const Scenario& scenario);

/// Leaves a whole folder or nothing. Throws as its steps do.
RunReport run_pipeline(const Scenario& scenario, const RunTarget& target, Session& session);

}  // namespace pahunch
