/// \file
/// The simulated years of some members of a family.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "planner/batch/compute_family.h"
#include "planner/simulation/checkpoint.h"

namespace pahunch {

/// Adds the simulation, or why there is none, to the figures of each member. The study's sets are
/// the shared first set and then the last one of each member. Finished years are kept beside the
/// journal, so that a simulation that was killed goes on: returns them, null where there are none,
/// for the caller to remove once the figures are kept.
std::unique_ptr<Checkpoint> add_simulated(const FamilyJob& job,
                                          const std::vector<FamilyMember>& members,
                                          std::vector<nlohmann::ordered_json>& figures,
                                          Session& session);

}  // namespace pahunch
