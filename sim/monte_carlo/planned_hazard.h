/// \file
/// What a scenario decides of the roads of every replicate year: closures of the planner's own, and
/// an observed month instead of drawn floods.
#pragma once

#include <optional>
#include <vector>

#include "sim/flood/flood_replay.h"
#include "sim/flood/planned_closure.h"

namespace pahunch {

struct PlannedHazard {
  /// Shut all year, dry or flooded, in the replicates in which they are drawn.
  std::vector<PreparedClosure> closures = {};
  std::optional<FloodReplay> replay = {};
};

}  // namespace pahunch
