/// \file
/// What the roads do for each place whatever the weather and wherever sites stand: what
/// `TravelModel::state` and `out_of_service` say, without a model.
#pragma once

#include "geo/base/progress.h"
#include "geo/network/travel_model.h"

namespace pahunch {

struct RoadService {
  IdxVector<PlaceIdx, PlaceState> places;
  bool out_of_service = false;
};

/// Cost: that of putting the places on the roads, once a profile; little where the inputs have a
/// memo.
RoadService find_road_service(const TravelInputs& inputs, const TravelOptions& options,
                              Progress& progress);

}  // namespace pahunch
