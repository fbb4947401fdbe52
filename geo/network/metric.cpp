#include "geo/network/metric.h"

#include <algorithm>

namespace pahunch {
namespace {

/// The class under which a profile knows a road class: itself, "*", or none.
std::optional<std::string> find_known_class(const Profile& profile, const std::string& road_class) {
  for (const std::string& known : {road_class, std::string("*")}) {
    for (const Season season : {Season::kDry, Season::kMonsoon}) {
      if (profile.speed_km_h.contains({known, season})) return known;
    }
  }
  return std::nullopt;
}

double surface_factor(const Profile& profile, Season season, const std::string& surface) {
  const auto found = profile.surface_factor.find({surface, season});
  return found == profile.surface_factor.end() ? 1.0 : found->second.value;
}

bool may_use(const Profile& profile, const LinkKind& kind) {
  return !profile.vehicle || kind.access.contains(*profile.vehicle);
}

OpenWays one_ways(const Network& network, const Profile& profile, LinkIdx link) {
  if (!profile.respect_one_way) return {true, true};
  const VehicleSet exempt = network.kinds[network.kind[link]].one_way_exempt;
  if (profile.vehicle && exempt.contains(*profile.vehicle)) return {true, true};
  return {network.forward_open[link], network.backward_open[link]};
}

bool may_turn(const Network& network, const Profile& profile, TurnIdx turn) {
  if (!profile.respect_one_way) return true;
  const VehicleSet open_to = network.turn_open_to[turn];
  return profile.vehicle ? open_to.contains(*profile.vehicle) : open_to == VehicleSet::all();
}

}  // namespace

LinkUse find_link_use(const Profile& profile, Season season, const LinkKind& kind) {
  const auto known = find_known_class(profile, kind.road_class);
  if (!known || !may_use(profile, kind)) return LinkUse::kUnused;
  const SpeedKey key{*known, season};
  const bool closed =
      profile.closed.contains(key) || profile.closed.contains({kind.road_class, season}) ||
      !profile.speed_km_h.contains(key) || (kind.closed_in_monsoon && season == Season::kMonsoon);
  return closed ? LinkUse::kClosed : LinkUse::kOpen;
}

std::optional<double> find_speed_km_h(const Profile& profile, Season season, const LinkKind& kind) {
  const auto known = find_known_class(profile, kind.road_class);
  if (!known || find_link_use(profile, season, kind) != LinkUse::kOpen) return std::nullopt;
  const double class_km_h = profile.speed_km_h.at({*known, season}).value;
  const double km_h = profile.use_road_speed ? kind.speed_km_h.value_or(class_km_h) : class_km_h;
  const double free_km_h = km_h * surface_factor(profile, season, kind.surface);
  return std::min(free_km_h, kind.speed_limit_km_h.value_or(free_km_h));
}

Metric make_metric(const Network& network, const Profile& profile, Season season) {
  IdxVector<KindIdx, LinkUse> use;
  IdxVector<KindIdx, double> km_h;
  for (const LinkKind& kind : network.kinds) {
    use.push_back(find_link_use(profile, season, kind));
    km_h.push_back(find_speed_km_h(profile, season, kind).value_or(0));
  }
  Metric metric;
  for (const LinkIdx link : indices(network.from)) {
    const KindIdx kind = network.kind[link];
    const bool open = use[kind] == LinkUse::kOpen;
    metric.use.push_back(use[kind]);
    metric.ways.push_back(open ? one_ways(network, profile, link) : OpenWays{false, false});
    metric.link_time.push_back(
        open ? TravelTime::from_seconds(network.length_m[link] * 3.6 / km_h[kind])
             : TravelTime::unreachable());
  }
  for (const TurnIdx turn : indices(network.turn_from)) {
    metric.turn_open.push_back(may_turn(network, profile, turn));
  }
  return metric;
}

TravelRule get_any_season_rule(const Network& network, const Profile& profile) {
  IdxVector<KindIdx, bool> used;
  for (const LinkKind& kind : network.kinds) {
    used.push_back(find_link_use(profile, Season::kDry, kind) != LinkUse::kUnused);
  }
  TravelRule rule;
  rule.ways = [&network, &profile, used](LinkIdx link) {
    return used[network.kind[link]] ? one_ways(network, profile, link) : OpenWays{false, false};
  };
  rule.may_turn = [&network, &profile](TurnIdx turn) { return may_turn(network, profile, turn); };
  return rule;
}

}  // namespace pahunch
