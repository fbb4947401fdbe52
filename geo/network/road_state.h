/// \file
/// A state of the roads: what a flood, or a planner, does to them beside their season.
///
/// A closed link carries nobody, either way, and nobody gets on or off it: who is attached to
/// closed links only has no road. Places and sites stay attached where they are: a state never
/// moves them to another road. A slowed link takes its time x a factor in 256ths, to the nearest
/// millisecond. Walks straight to a site do not use roads and stay as they are. A lost site is as
/// if not open.
///
/// Compact, so that many states can be kept and compared.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/road_access.h"

namespace pahunch {

inline constexpr std::uint16_t kLinkClosed = 0;
inline constexpr std::uint16_t kDryTime_x256 = 256;

struct LinkChange {
  LinkIdx link;
  std::uint16_t time_x256 = kLinkClosed;  ///< time over dry time in 256ths; or closed
  friend bool operator==(const LinkChange&, const LinkChange&) = default;
};

/// Roads as ever have no changes.
struct RoadState {
  std::vector<LinkChange> links = {};  ///< ascending, each link once
  std::vector<SiteIdx> lost = {};      ///< ascending
  friend bool operator==(const RoadState&, const RoadState&) = default;
};

/// Unreachable where the link is closed, or its time no longer fits.
TravelTime change_time(TravelTime dry, std::uint16_t time_x256);

/// What a profile makes of the network in a state. Cost: that of a copy.
Metric apply_state(const RoadState& state, const Metric& metric);

/// The attachments that a state leaves; a place that it leaves none is closed. Cost: that of a
/// copy.
RoadAccess apply_state(const RoadState& state, const Network& network, const RoadAccess& access);

}  // namespace pahunch
