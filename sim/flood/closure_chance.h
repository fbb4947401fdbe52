/// \file
/// How likely a flood is to close each link in a month of a year like those on record.
#pragma once

#include <vector>

#include "sim/flood/flood_table.h"
#include "sim/flood/road_closures.h"

namespace pahunch {

struct ClosureChance {
  double p = 0;           ///< of being closed for some part of the month
  std::size_t month = 0;  ///< 0 is January
};

/// By position in `exposure.links`: the calendar month in which the link is most likely to be
/// closed, the first of equals. Of each month the mean, over the years in which it was observed, of
/// P(closed | fraction) as in road_closures.h, on an embankment or not by its class's chance.
/// Preconditions: the blocks of the table are those of the exposure.
std::vector<ClosureChance> find_closure_chances(const RoadExposure& exposure,
                                                const RoadTheta& theta, const FloodTable& table);

}  // namespace pahunch
