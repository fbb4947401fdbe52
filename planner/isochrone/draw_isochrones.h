/// \file
/// The isochrones of a study's sets of centres, and whom they put on the wrong side.
///
/// Isochrones are those of the nearest centre, whatever the scenario's assignment. A settlement is
/// on the wrong side when it lies inside an area but its own travel time is later than the limit,
/// or the other way round (isochrones.h says where that can happen).
#pragma once

#include <string>
#include <vector>

#include "geo/coverage/women.h"
#include "geo/network/isochrone/isochrones.h"
#include "planner/study/study.h"

namespace pahunch {

/// Settlements and their women.
struct SettlementCount {
  std::int64_t settlements = 0;
  Persons women = 0;
  friend bool operator==(const SettlementCount&, const SettlementCount&) = default;
};

struct Isochrone {
  double limit_min = 0;
  MultiPolygon area = {};
  double area_km2 = 0;  ///< geodesic
  SettlementCount inside = {};
  SettlementCount reached = {};  ///< within the limit by their own travel time
  SettlementCount wrong_side = {};
};

struct SetIsochrones {
  std::string set;
  double cell_m = 0;
  std::vector<Isochrone> isochrones;  ///< by rising limit
};

struct IsochroneInputs {
  const Study& study;
  const TravelModel& model;  ///< of the settlements and centres, as the scenario says
};

/// Throws ConfigError for limits as `Bands::from_minutes` does, and for more than 31.
void check_limits(const std::vector<double>& limits_min);

/// Of each set of the study. Throws as `check_limits`.
std::vector<SetIsochrones> draw_isochrones(const IsochroneInputs& inputs,
                                           const std::vector<double>& limits_min,
                                           Progress& progress);

/// The reached parts of roads of one set.
struct SetRoads {
  std::string set;
  std::vector<ReachedRoad> roads;
  std::vector<double> length_km;  ///< within each limit
};
std::vector<SetRoads> find_reached_roads(const Study& study, const std::vector<double>& limits_min,
                                         Progress& progress);

}  // namespace pahunch
