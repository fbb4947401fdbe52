/// \file
/// Floods and roads with every uncertain input in the middle of its range.
#pragma once

#include "sim/flood/flood_theta.h"
#include "sim/flood/road_closures.h"

namespace pahunch::test {

inline FloodTheta make_central_theta(const FloodFit& fit) {
  return make_flood_theta(fit, std::vector<double>(list_flood_parameters(fit).size(), 0.5));
}

inline RoadTheta make_central_road_theta(const RoadPrior& prior, const RoadExposure& exposure) {
  return make_road_theta(prior, exposure,
                         std::vector<double>(list_road_parameters(prior).size(), 0.5));
}

}  // namespace pahunch::test
