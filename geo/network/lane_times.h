/// \file
/// Times of trips by road between all places and up to sixteen sites, all sites side by side.
#pragma once

#include <span>

#include "geo/network/entrances.h"
#include "geo/network/road_hierarchy.h"
#include "geo/network/travel_model.h"

namespace pahunch {

struct LaneInputs {
  const RoadTripInputs& trips;
  Sense sense;
  const ManySweeps& sweeps;
};

/// A row a site; the times of `RoadTrips::nearest` for each site alone, without waiting.
/// Precondition: at most `ManySweeps::kLanes` sites. Cost: one sweep over the hierarchy, and all
/// attachments of all places times the lanes, in parallel.
TimeRows find_lane_times(const LaneInputs& in, std::span<const SiteIdx> sites);

}  // namespace pahunch
