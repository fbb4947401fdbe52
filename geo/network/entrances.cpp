#include "geo/network/entrances.h"

#include <cassert>
#include <optional>

#include "geo/network/link_ends.h"

namespace pahunch {

template <class Use>
void Entrances::for_each_seed(const Entrance& entrance, const Use& use) const {
  const auto& [link, frac, at, off_road_m] = entrance.at;
  const TravelTime whole = in_.metric.link_time[link];
  for_each_way_out({in_.network, in_.metric, sense_, link, frac}, [&](NodeIdx node, double end) {
    const TravelTime road = piece_time(whole, frac, end);
    use(Seed{node, later_by({entrance.off_road, entrance.site}, road)}, end);
  });
}

Entrances::Entrances(const RoadTripInputs& in, Sense sense, std::span<const SiteIdx> open)
    : in_(in), sense_(sense) {
  for (const SiteIdx site : open) {
    for (const Attachment& at : in.access.sites.of(site.value())) {
      const Entrance entrance{site, at, off_road_time(in.profile, at.off_road_m)};
      by_link_[at.link].push_back(entrance);
      for_each_seed(entrance, [&](const Seed& seed, double) { seeds_.push_back(seed); });
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
      std::optional<double> end_frac;
      for_each_seed(entrance, [&](const Seed& seed, double end) {
        if (!end_frac && seed.node == node && seed.label == label) end_frac = end;
      });
      if (end_frac) return {at, {at.link, *end_frac, at.frac}};
    }
  }
  assert(false && "a sweep begins at entrances only");
  return {};
}

}  // namespace pahunch
