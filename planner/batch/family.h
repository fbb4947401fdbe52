/// \file
/// Scenarios that can be answered together: the same dataset and network, the same travel, rules
/// and years; only the centres differ.
#pragma once

#include <string>
#include <vector>

#include "planner/batch/centre_pool.h"
#include "planner/batch/planned_scenario.h"

namespace pahunch {

struct FamilyMember {
  std::size_t at = 0;  ///< in the plan
  std::string key;     ///< see scenario_key.h
  ComparedSets sets;
};

struct Family {
  Scenario scenario;  ///< of the first member; all have it but for name and centres
  std::size_t pool = 0;
  std::vector<FamilyMember> members;  ///< in the order of the plan
};

/// What scenarios of one dataset and network ask of it: its path, and how lines become a network.
std::string ground_of(const Scenario& scenario);

/// What members of a family have in common. Simulated ones also share their first set, as cases are
/// calibrated on it, and each of those that may end early is a family of its own.
std::string family_of(const Scenario& scenario, const FamilyMember& member);

}  // namespace pahunch
