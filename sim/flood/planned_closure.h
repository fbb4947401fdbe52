/// \file
/// A planner's own closures: roads along a line, in a polygon or on a list, shut for certain or
/// with a probability.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "geo/model/road.h"
#include "geo/network/road_state.h"

namespace pahunch {

/// Every link with a point at most so far from a line.
struct AlongLine {
  Polyline line;
  double within_m = 50;
};
/// Every link with a point inside or on the border.
struct InPolygon {
  MultiPolygon shape;
};
/// Every link of the roads with these ids, else names.
struct OfRoads {
  std::vector<std::string> roads;
};

struct PlannedClosure {
  std::string name;  ///< its stream's; closures of one name shut together
  std::variant<AlongLine, InPolygon, OfRoads> where;
  double probability = 1;  ///< that it is shut in a year; all its links or none
};

/// A closure with its links, ascending.
struct PreparedClosure {
  PlannedClosure plan;
  std::vector<LinkIdx> links;
};

/// Throws ConfigError where the probability is not within 0-1, the shape has no place, a listed
/// road is not in the layer, or no link is found.
PreparedClosure prepare_closure(const PlannedClosure& plan, const Network& network,
                                const RoadLayer& roads);

/// Closes the links in a replicate where the closure's number falls below its probability.
/// Probability 1 closes always, 0 never.
void apply_closure(const PreparedClosure& closure, std::uint64_t seed, std::uint64_t replicate,
                   RoadState& state);

}  // namespace pahunch
