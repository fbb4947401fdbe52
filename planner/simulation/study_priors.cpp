#include "planner/simulation/study_priors.h"

#include "geo/io/read_demand_prior.h"
#include "geo/io/read_operations.h"
#include "planner/bundled_data.h"

namespace pahunch {

std::vector<std::filesystem::path> operations_files(const SimulationSettings& settings) {
  std::vector<std::filesystem::path> files = {find_bundled_root() / kDefaultOperations};
  if (settings.operations) files.push_back(*settings.operations);
  return files;
}

std::filesystem::path demand_file(const SimulationSettings& settings) {
  return settings.demand.value_or(find_bundled_root() / kDefaultDemand);
}

StudyPriors::StudyPriors(const SimulationSettings& settings)
    : demand(read_demand_prior(demand_file(settings))),
      operations(read_operations(operations_files(settings))) {}

}  // namespace pahunch
