/// \file
/// A state of the roads: what a flood, or a planner, does to them beside their season.
///
/// A closed link carries nobody, either way, and nobody gets on or off it: who is attached to
/// closed links only has no road. Places and sites stay attached where they are: a state never
/// moves them to another road. A slowed link takes its time x the factor, to the nearest
/// millisecond. Walks straight to a site do not use roads and stay as they are. A lost site is as
/// if not open.
#pragma once

#include <vector>

#include "geo/network/road_access.h"

namespace pahunch {

struct RoadState {
  struct Slowed {
    LinkIdx link;
    double factor = 1;  ///< at least 1
    friend bool operator==(const Slowed&, const Slowed&) = default;
  };
  std::vector<LinkIdx> closed = {};  ///< wins over `slowed`
  std::vector<Slowed> slowed = {};
  std::vector<SiteIdx> lost = {};
  friend bool operator==(const RoadState&, const RoadState&) = default;
};

/// Saturates: what no longer fits is unreachable.
TravelTime slow_down(TravelTime time, double factor);

/// What a profile makes of the network in a state. Cost: that of a copy.
Metric apply_state(const RoadState& state, const Metric& metric);

/// The attachments that a state leaves. Cost: that of a copy.
RoadAccess apply_state(const RoadState& state, const Network& network, const RoadAccess& access);

}  // namespace pahunch
