#include "geo/network/entrances.h"

#include <cassert>

namespace pahunch {

Entrances::Entrances(const RoadTripInputs& in, Sense sense, std::span<const SiteIdx> open)
    : in_(in), sense_(sense) {
  for (const SiteIdx site : open) {
    for (const Attachment& at : in.access.sites.of(site.value())) {
      const Entrance entrance{site, at, off_road_time(in.profile, at.off_road_m)};
      by_link_[at.link].push_back(entrance);
      for (const double end_frac : {0.0, 1.0}) {
        if (const auto seed = find_seed(entrance, end_frac)) seeds_.push_back(*seed);
      }
    }
  }
}

std::span<const Entrances::Entrance> Entrances::on(LinkIdx link) const {
  const auto found = by_link_.find(link);
  return found == by_link_.end() ? std::span<const Entrance>() : std::span(found->second);
}

std::pair<Attachment, LinkPiece> Entrances::get_origin(NodeIdx node, const SiteTime& label) const {
  for (const Attachment& at : in_.access.sites.of(label.site.value())) {
    for (const Entrance& entrance : on(at.link)) {
      if (!(entrance.at == at) || entrance.site != label.site) continue;
      for (const double end_frac : {0.0, 1.0}) {
        const auto seed = find_seed(entrance, end_frac);
        if (seed && seed->node == node && seed->label == label) {
          return {at, {at.link, end_frac, at.frac}};
        }
      }
    }
  }
  assert(false && "a sweep begins at entrances only");
  return {};
}

std::optional<Seed> Entrances::find_seed(const Entrance& entrance, double end_frac) const {
  const LinkIdx link = entrance.at.link;
  const OpenWays ways = sweep_ways(in_.metric.ways[link], sense_);
  const bool open = end_frac == 0.0 ? ways.backward : ways.forward;
  if (!open && entrance.at.frac != end_frac) return std::nullopt;
  const TravelTime road = piece_time(in_.metric.link_time[link], entrance.at.frac, end_frac);
  const NodeIdx node = end_frac == 0.0 ? in_.network.from[link] : in_.network.to[link];
  return Seed{node, later_by({entrance.off_road, entrance.site}, road)};
}

}  // namespace pahunch
