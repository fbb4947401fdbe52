#include "geo/network/road_trips.h"

#include <algorithm>
#include <utility>

#include "geo/base/parallel.h"
#include "geo/network/lane_times.h"
#include "geo/network/link_ends.h"

namespace pahunch {

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

RoadTrips::RoadTrips(const RoadTripInputs& inputs, Sense sense, const RoadSearch& search)
    : in_(inputs), sense_(sense), many_(search.many), sweep_(inputs.network, inputs.metric, sense) {
  if (search.with != SearchWith::kEngine) return;
  fast_sweep_ = std::make_unique<const FastSweep>(inputs.network, inputs.metric, sense);
}

NodeLabels RoadTrips::find_labels(std::span<const Seed> seeds) const {
  return fast_sweep_ ? fast_sweep_->run(seeds) : sweep_.run(seeds);
}

RoadTrips::Swept::Swept(const RoadTrips& trips, std::span<const SiteIdx> open)
    : trips_(&trips),
      entrances_(std::make_shared<const Entrances>(trips.in_, trips.sense_, open)),
      labels_(trips.find_labels(entrances_->seeds())) {}

SiteTime RoadTrips::Swept::time_from(std::span<const Attachment> point) const {
  return trips_->arrive(point, *entrances_, labels_).label;
}

std::vector<Approach> RoadTrips::Swept::approaches(LinkIdx link) const {
  const RoadTripInputs& in = trips_->in_;
  std::vector<Approach> found;
  if (!in.metric.link_time[link].reachable()) return found;
  const double whole_ms = in.metric.link_time[link].ms();
  const OpenWays ways = sweep_ways(in.metric.ways[link], trips_->sense_);
  const auto at_tail = [&](Heading heading) {
    return labels_[get_sweep_tail(in.network, link, heading, trips_->sense_)].time;
  };
  const TravelTime at_from = at_tail(Heading::kForward);
  const TravelTime at_to = at_tail(Heading::kBackward);
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
    for_each_way_in({in_.network, in_.metric, sense_, at.link, at.frac},
                    [&](NodeIdx node, double end_frac) {
                      best.improve({label(labels[node], end_frac), at, end_frac, node, {}});
                    });
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
  for_each_in_parallel(result.size(), [&](std::size_t place) {
    result[PlaceIdx(place)] = swept.time_from(in_.access.places.of(place));
  });
  return result;
}

TimeRows RoadTrips::times(std::span<const SiteIdx> sites) const {
  TimeRows rows;
  if (many_ != nullptr) {
    for (std::size_t at = 0; at < sites.size(); at += ManySweeps::kLanes) {
      const auto block = sites.subspan(at, std::min(ManySweeps::kLanes, sites.size() - at));
      for (auto& row : find_lane_times({in_, sense_, *many_}, block))
        rows.push_back(std::move(row));
    }
    return rows;
  }
  for (const SiteIdx site : sites) {
    auto& row = rows.emplace_back();
    for (const SiteTime& label : nearest(std::span(&site, 1))) row.push_back(label.time);
  }
  return rows;
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
  for (; tree.parent[node].valid(); node = tree.parent[node]) {
    const LinkIdx link = tree.via[node];
    if (!link.valid()) continue;  // a turn
    const bool at_start =
        get_sweep_head(in_.network, link, Heading::kBackward, sense_) == node &&
        get_sweep_tail(in_.network, link, Heading::kBackward, sense_) == tree.parent[node];
    trip.pieces.push_back({link, at_start ? 0.0 : 1.0, at_start ? 1.0 : 0.0});
  }
  const auto [site_end, last_piece] = entrances.get_origin(node, tree.labels[node]);
  trip.site_end = site_end;
  trip.pieces.push_back(last_piece);
  return trip;
}

}  // namespace pahunch
