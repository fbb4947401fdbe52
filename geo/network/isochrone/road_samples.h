/// \file
/// Points on the reached parts of roads, close together: where an isochrone is to be looked for.
#pragma once

#include <vector>

#include "geo/network/isochrone/travel_field.h"

namespace pahunch {

struct RoadSample {
  Xy at;
  double ms = 0;  ///< of a traveller there, by road
};

/// Along every part of a link that is reached within the limit, both ends included, at most
/// `spacing_m` apart.
std::vector<RoadSample> sample_reached_roads(const TravelField& field, const Network& network,
                                             TravelTime limit, double spacing_m);

}  // namespace pahunch
