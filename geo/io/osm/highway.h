/// \file
/// Which ways are roads, of which class, and who may use a road of a class that says nothing else.
///
/// Classes are the values of `highway`, with `_link` taken off, and "ferry". By default
///   motorway                              car, rescue, bus (three-wheelers are kept off)
///   trunk … residential, service, road    all
///   track                                 all but buses
///   pedestrian, footway, path, steps, …   on foot
///   busway, bus_guideway                  buses
///   ferry                                 on foot; vehicles where a mode key says so
/// and `motorroad=yes` closes a road to those on foot and to three-wheelers. Roads under
/// construction, proposed, abandoned, for racing, or impassable are left out and counted.
#pragma once

#include <optional>
#include <string_view>

#include "geo/io/osm/tags.h"
#include "geo/model/vehicle.h"

namespace pahunch::osm {

struct Highway {
  std::string_view road_class;  ///< of static storage
  VehicleSet open_to;
};

/// None when the way is not a road (no report), or a road that nobody can use (reported).
std::optional<Highway> find_highway(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
