/// \file
/// What a profile makes of a network in one season: which links it uses and how long each takes.
///
/// Speed = (the road's own, where it has one and the profile heeds it; else that of its class, else
/// that of class "*") x the factor of its surface, and at most the road's limit. A class without a
/// speed in any season is not used; one with a speed only in another season, or listed as closed,
/// is closed. A road that the profile's vehicle may not use is not used; one that the monsoon
/// closes is closed then. Restricted turns bind a profile that respects one-ways: those of its
/// vehicle, or every one where it has no vehicle.
#pragma once

#include <cstdint>
#include <optional>

#include "geo/base/travel_time.h"
#include "geo/model/profile.h"
#include "geo/network/components.h"
#include "geo/network/network.h"

namespace pahunch {

enum class LinkUse : std::uint8_t {
  kUnused,  ///< in no season
  kClosed,  ///< in another season, not in this
  kOpen,
};

LinkUse find_link_use(const Profile& profile, Season season, const LinkKind& kind);

/// None when the kind is not open in that season.
std::optional<double> find_speed_km_h(const Profile& profile, Season season, const LinkKind& kind);

struct Metric {
  IdxVector<LinkIdx, LinkUse> use;
  IdxVector<LinkIdx, OpenWays> ways;         ///< what one-ways leave; both false when not open
  IdxVector<LinkIdx, TravelTime> link_time;  ///< whole link; unreachable when not open
  IdxVector<TurnIdx, bool> turn_open = {};
};

/// Precondition: speeds and factors are positive.
Metric make_metric(const Network& network, const Profile& profile, Season season);

/// The ways of all links that the profile uses in any season, and its turns: what its components
/// are made of.
TravelRule get_any_season_rule(const Network& network, const Profile& profile);

}  // namespace pahunch
