#include "planner/study/input_files.h"

#include "geo/io/checksum.h"
#include "planner/bundled_data.h"
#include "planner/study/study.h"

namespace pahunch {

std::vector<InputFile> list_inputs(const Dataset& dataset, const Scenario& scenario,
                                   const std::vector<std::filesystem::path>& more) {
  std::vector<InputFile> inputs = dataset.inputs;
  std::vector<std::filesystem::path> files = {find_bundled_root() / kDefaultProfiles};
  const auto& own = scenario.travel.profiles;
  files.insert(files.end(), own.begin(), own.end());
  const auto closures = list_closure_files(scenario.closures);
  files.insert(files.end(), closures.begin(), closures.end());
  files.insert(files.end(), more.begin(), more.end());
  for (const auto& file : files) inputs.push_back({portable_path(file), read_sha256(file)});
  return inputs;
}

}  // namespace pahunch
