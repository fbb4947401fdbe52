/// \file
/// One-way streets: `oneway` with reversals, roundabouts, motorways, and who is exempt.
///
/// `oneway=yes|true|1` runs with the way, `-1|reverse` against it, `no|false|0` is open both ways.
/// Without `oneway`, `junction=roundabout|circular` and `highway=motorway` (not its links) run with
/// the way. `oneway=reversible` is closed to vehicles, as its direction at an hour is not known;
/// `alternating` is open both ways. `oneway:KEY` and `KEY:forward|backward=no` speak for the
/// vehicles of that key. Those on foot are always exempt.
#pragma once

#include "geo/io/osm/tags.h"
#include "geo/model/road.h"
#include "geo/model/vehicle.h"

namespace pahunch::osm {

struct WayDirection {
  OneWay one_way = OneWay::kNo;
  VehicleSet exempt = {};                  ///< may use both directions all the same
  VehicleSet open_to = VehicleSet::all();  ///< less than all for reversible lanes
};

WayDirection find_direction(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
