/// \file
/// Who passes a node of a way: barriers and fords.
///
/// Gates, lift gates, cattle grids, toll booths, entrances and the like let everybody pass; bus
/// traps let buses and rescue vehicles pass; walls, fences and hedges nobody; every other barrier
/// (bollard, block, stile, …) those on foot. Access keys on the node decide over that; a gate that
/// is `locked=yes` without them is open to rescue vehicles and those on foot are kept out too.
#pragma once

#include "geo/io/osm/tags.h"
#include "geo/model/vehicle.h"

namespace pahunch::osm {

struct NodeRule {
  VehicleSet passes = VehicleSet::all();
  bool closed_in_monsoon = false;

  [[nodiscard]] bool matters() const { return passes != VehicleSet::all() || closed_in_monsoon; }
};

NodeRule find_node_rule(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
