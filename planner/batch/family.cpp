#include "planner/batch/family.h"

#include <fmt/format.h>

#include "planner/scenario/write_scenario.h"

namespace pahunch {

std::string ground_of(const Scenario& scenario) {
  return fmt::format("{}\n{}", scenario.dataset.string(), to_string(scenario.travel.noding));
}

std::string family_of(const Scenario& scenario, const FamilyMember& member) {
  Scenario common = scenario;
  common.name.clear();
  common.sets.clear();
  common.what_if = {};
  std::string text = write_scenario(common);
  if (!scenario.simulation.in_run) return text;
  if (scenario.simulation.until_women > 0) text += member.key;
  return text + fmt::format("{}", fmt::join(member.sets.first, "\n"));
}

}  // namespace pahunch
