/// \file
/// What the tags of one way make of it: the rules of this folder put together.
#pragma once

#include <optional>
#include <string_view>

#include "geo/io/osm/tags.h"
#include "geo/model/road.h"
#include "geo/model/vehicle.h"

namespace pahunch::osm {

struct WayRules {
  std::string_view road_class;  ///< of static storage, as `surface`
  std::string_view surface;
  OneWay one_way = OneWay::kNo;
  VehicleSet one_way_exempt;
  VehicleSet access;
  std::optional<double> speed_limit_km_h;
  std::optional<double> duration_s;  ///< of ferries
  bool bridge = false;
  bool closed_in_monsoon = false;

  friend bool operator==(const WayRules&, const WayRules&) = default;
};

/// None when the way is not a road that somebody may use.
std::optional<WayRules> find_way_rules(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
