/// \file
/// The simulated years of some members of a family.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "planner/batch/compute_family.h"

namespace pahunch {

/// Adds the simulation, or why there is none, to the figures of each member. The study's sets are
/// the shared first set and then the last one of each member. Finished years are kept beside the
/// journal until the members are done, so that a simulation that was killed goes on.
void add_simulated(const FamilyJob& job, const std::vector<FamilyMember>& members,
                   std::vector<nlohmann::ordered_json>& figures, Session& session);

}  // namespace pahunch
