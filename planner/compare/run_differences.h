/// \file
/// What two runs were made from, held against each other: settings key by key, input files by their
/// checksums.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/run/manifest.h"

namespace pahunch {

/// A key of the effective configuration, or the path of an input; none where a run lacks it.
struct RunDifference {
  std::string what;
  std::optional<std::string> before, after;
};

/// Keys as in a scenario file ("travel.season"), values as TOML writes them; by key.
std::vector<RunDifference> compare_settings(const Scenario& before, const Scenario& after);

/// Inputs with other checksums, or of one run alone; by path.
std::vector<RunDifference> compare_inputs(const std::vector<InputFile>& before,
                                          const std::vector<InputFile>& after);

}  // namespace pahunch
