/// \file
/// One draw of all parameters.
#pragma once

#include <cstdint>

#include "geo/model/operations.h"
#include "geo/network/travel_model.h"
#include "sim/demand/latent_cases.h"
#include "sim/flood/flood_theta.h"
#include "sim/flood/road_closures.h"

namespace pahunch {

struct Theta {
  std::uint64_t draw = 0;  ///< its number: keys what hangs on the draw
  FloodTheta flood = {};
  RoadTheta road = {};
  DemandTheta demand = {};
  OperationsModel operations = {};
  TravelOptions travel = {};
};

}  // namespace pahunch
