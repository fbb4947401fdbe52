/// \file
/// What is believed of demand and of the work of centres before anything is seen.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/model/demand_prior.h"
#include "geo/model/operations.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

/// A file of the planner's own is laid over the bundled one.
std::vector<std::filesystem::path> operations_files(const SimulationSettings& settings);

/// The scenario's, or the one that comes with the program.
std::filesystem::path demand_file(const SimulationSettings& settings);

struct StudyPriors {
  /// Throws as the readers of these files do.
  explicit StudyPriors(const SimulationSettings& settings);
  DemandPrior demand;
  OperationsModel operations;
};

}  // namespace pahunch
