#include "geo/network/road_trips.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace pahunch {

/// Where the open sites come onto the road.
class RoadTrips::Entrances {
 public:
  struct Entrance {
    SiteIdx site;
    Attachment at;
    TravelTime off_road;
  };

  Entrances(const RoadTripInputs& in, Sense sense, std::span<const SiteIdx> open)
      : in_(in), sense_(sense) {
    for (const SiteIdx site : open) {
      for (const Attachment& at : in.access.sites.of(site.value())) {
        by_link_[at.link].push_back({site, at, off_road_time(in.profile, at.off_road_m)});
        for (const Seed& seed : seeds_of(by_link_[at.link].back())) seeds_.push_back(seed);
      }
    }
  }

  [[nodiscard]] std::span<const Seed> seeds() const { return seeds_; }

  [[nodiscard]] std::span<const Entrance> on(LinkIdx link) const {
    const auto found = by_link_.find(link);
    return found == by_link_.end() ? std::span<const Entrance>() : std::span(found->second);
  }

  /// How a sweep of one site got to a node where it began: the entrance, and the piece of its link,
  /// node to site. Ties go to the nearest attachment of the site.
  [[nodiscard]] std::pair<Attachment, LinkPiece> get_origin(NodeIdx node,
                                                            const SiteTime& label) const {
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

 private:
  [[nodiscard]] std::optional<Seed> find_seed(const Entrance& entrance, double end_frac) const {
    const LinkIdx link = entrance.at.link;
    const OpenWays ways = sweep_ways(in_.metric.ways[link], sense_);
    const bool open = end_frac == 0.0 ? ways.backward : ways.forward;
    if (!open && entrance.at.frac != end_frac) return std::nullopt;
    const TravelTime road = piece_time(in_.metric.link_time[link], entrance.at.frac, end_frac);
    const NodeIdx node = end_frac == 0.0 ? in_.network.from[link] : in_.network.to[link];
    return Seed{node, later_by({entrance.off_road, entrance.site}, road)};
  }

  [[nodiscard]] std::vector<Seed> seeds_of(const Entrance& entrance) const {
    std::vector<Seed> seeds;
    for (const double end_frac : {0.0, 1.0}) {
      if (const auto seed = find_seed(entrance, end_frac)) seeds.push_back(*seed);
    }
    return seeds;
  }

  const RoadTripInputs& in_;
  Sense sense_;
  std::unordered_map<LinkIdx, std::vector<Entrance>> by_link_;
  std::vector<Seed> seeds_;
};

/// How a trip ends at the place, seen from the sites: from a node of the link that the place is
/// attached to, or along that link from a site on it.
struct RoadTrips::Arrival {
  SiteTime label;
  Attachment place_end;
  double from_frac = 0;  ///< of the node, or of the site, on that link
  NodeIdx node;          ///< invalid: along the link
  Attachment site_end;   ///< only along the link

  void improve(const Arrival& other) {
    if (other.label < label) *this = other;
  }
};

RoadTrips::RoadTrips(const RoadTripInputs& inputs, Sense sense)
    : in_(inputs), sense_(sense), sweep_(inputs.network, inputs.metric, sense) {
  if (in_.search != SearchWith::kEngine) return;
  fast_sweep_ = std::make_unique<const FastSweep>(inputs.network, inputs.metric, sense);
}

RoadTrips::Swept::Swept(const RoadTrips& trips, std::span<const SiteIdx> open)
    : trips_(&trips),
      entrances_(std::make_shared<const Entrances>(trips.in_, trips.sense_, open)),
      labels_(trips.fast_sweep_ ? trips.fast_sweep_->run(entrances_->seeds())
                                : trips.sweep_.run(entrances_->seeds())) {}

SiteTime RoadTrips::Swept::time_from(std::span<const Attachment> point) const {
  return trips_->arrive(point, *entrances_, labels_).label;
}

std::vector<Approach> RoadTrips::Swept::approaches(LinkIdx link) const {
  const RoadTripInputs& in = trips_->in_;
  std::vector<Approach> found;
  if (!in.metric.link_time[link].reachable()) return found;
  const double whole_ms = in.metric.link_time[link].ms();
  const OpenWays ways = sweep_ways(in.metric.ways[link], trips_->sense_);
  const TravelTime at_from = labels_[in.network.from[link]].time;
  const TravelTime at_to = labels_[in.network.to[link]].time;
  if (ways.forward && at_from.reachable())
    found.push_back({static_cast<double>(at_from.ms()), whole_ms});
  if (ways.backward && at_to.reachable()) found.push_back({at_to.ms() + whole_ms, -whole_ms});
  for (const Entrances::Entrance& site : entrances_->on(link)) {
    if (!site.off_road.reachable()) continue;
    const double frac = site.at.frac;
    const double to_site_ms = piece_time(in.metric.link_time[link], 0, frac).ms();
    const double off_road_ms = site.off_road.ms();
    if (ways.forward) found.push_back({off_road_ms - to_site_ms, whole_ms, frac, 1});
    if (ways.backward) found.push_back({off_road_ms + to_site_ms, -whole_ms, 0, frac});
  }
  return found;
}

RoadTrips::Arrival RoadTrips::arrive(std::span<const Attachment> place, const Entrances& entrances,
                                     const NodeLabels& labels) const {
  Arrival best;
  for (const Attachment& at : place) {
    const OpenWays ways = sweep_ways(in_.metric.ways[at.link], sense_);
    const TravelTime whole = in_.metric.link_time[at.link];
    const TravelTime off_road = off_road_time(in_.profile, at.off_road_m);
    const auto label = [&](const SiteTime& before, double from_frac) {
      return later_by(before, piece_time(whole, from_frac, at.frac) + off_road);
    };
    const NodeIdx from = in_.network.from[at.link];
    const NodeIdx to = in_.network.to[at.link];
    if (ways.forward || at.frac == 0.0) best.improve({label(labels[from], 0), at, 0, from, {}});
    if (ways.backward || at.frac == 1.0) best.improve({label(labels[to], 1), at, 1, to, {}});
    for (const auto& site : entrances.on(at.link)) {
      const double g = site.at.frac;
      if (g == at.frac || (g < at.frac ? ways.forward : ways.backward)) {
        best.improve({label({site.off_road, site.site}, g), at, g, NodeIdx(), site.at});
      }
    }
  }
  return best;
}

IdxVector<PlaceIdx, SiteTime> RoadTrips::nearest(std::span<const SiteIdx> open) const {
  const Swept swept = sweep(open);
  IdxVector<PlaceIdx, SiteTime> result(in_.access.places.size());
  for (const PlaceIdx place : indices(result)) {
    result[place] = swept.time_from(in_.access.places.of(place.value()));
  }
  return result;
}

std::vector<RoadTrip> RoadTrips::trips(SiteIdx site, std::span<const PlaceIdx> places) const {
  const Entrances entrances(in_, sense_, std::span(&site, 1));
  const SweepTree tree = sweep_.run_tree(entrances.seeds());
  std::vector<RoadTrip> trips;
  trips.reserve(places.size());
  for (const PlaceIdx place : places) trips.push_back(trace(place, entrances, tree));
  return trips;
}

RoadTrip RoadTrips::trace(PlaceIdx place, const Entrances& entrances, const SweepTree& tree) const {
  const Arrival arrival = arrive(in_.access.places.of(place.value()), entrances, tree.labels);
  RoadTrip trip;
  trip.time = arrival.label.time;
  if (!trip.time.reachable()) return trip;
  trip.place_end = arrival.place_end;
  trip.pieces.push_back({arrival.place_end.link, arrival.place_end.frac, arrival.from_frac});
  if (!arrival.node.valid()) {
    trip.site_end = arrival.site_end;
    return trip;
  }
  NodeIdx node = arrival.node;
  while (tree.via[node].valid()) {
    const LinkIdx link = tree.via[node];
    const bool at_start = in_.network.from[link] == node;
    trip.pieces.push_back({link, at_start ? 0.0 : 1.0, at_start ? 1.0 : 0.0});
    node = at_start ? in_.network.to[link] : in_.network.from[link];
  }
  const auto [site_end, last_piece] = entrances.get_origin(node, tree.labels[node]);
  trip.site_end = site_end;
  trip.pieces.push_back(last_piece);
  return trip;
}

}  // namespace pahunch
