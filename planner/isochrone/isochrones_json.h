/// \file
/// Isochrones as JSON, without their shapes.
#pragma once

#include <nlohmann/json.hpp>

#include "planner/isochrone/draw_isochrones.h"

namespace pahunch {

/// An entry a set, with an entry a limit: how large, who is inside, who on the wrong side.
nlohmann::ordered_json isochrones_json(const std::vector<SetIsochrones>& sets);

/// An entry a set: kilometres of road within each limit.
nlohmann::ordered_json reached_roads_json(const std::vector<SetRoads>& sets,
                                          const std::vector<double>& limits_min);

}  // namespace pahunch
