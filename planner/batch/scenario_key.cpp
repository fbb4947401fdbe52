#include "planner/batch/scenario_key.h"

#include "geo/io/checksum.h"
#include "planner/scenario/write_scenario.h"
#include "planner/simulation/simulate_study.h"
#include "planner/study/input_files.h"

namespace pahunch {

/// It does not change while it runs.
const std::string& program_checksum() {
  static const std::string checksum = read_sha256("/proc/self/exe");
  return checksum;
}

std::vector<InputFile> list_scenario_inputs(const Scenario& scenario, const Dataset& dataset) {
  const bool simulated = scenario.simulation.in_run;
  return list_inputs(
      dataset, scenario,
      simulated ? prior_files(scenario.simulation) : std::vector<std::filesystem::path>());
}

std::string scenario_key(const Scenario& scenario, const std::vector<InputFile>& inputs) {
  Scenario nameless = scenario;
  nameless.name.clear();
  std::string text = write_scenario(nameless) + program_checksum() + "\n";
  for (const InputFile& file : inputs) text += file.path + " " + file.sha256 + "\n";
  return get_sha256_of_text(text);
}

}  // namespace pahunch
