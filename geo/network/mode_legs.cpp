// Legs and drawn routes of one profile; the times are in mode_engine.cpp.
#include "geo/network/mode_engine.h"

#include <utility>

namespace pahunch {
namespace {

TravelTime twice(TravelTime time) { return time + time; }

void add_legs(const Legs& more, Legs& legs) {
  legs.total = legs.total + more.total;
  legs.access = legs.access + more.access;
  legs.road = legs.road + more.road;
  legs.egress = legs.egress + more.egress;
  legs.access_m += more.access_m;
  legs.road_m += more.road_m;
  legs.egress_m += more.egress_m;
}

/// A step off the road; none where place and road are one spot.
void add_off_road(Route& route, Route::Step step) {
  if (step.length_m > 0) route.steps.push_back(std::move(step));
}

}  // namespace

Legs ModeEngine::legs_of(const RoadTrip& trip) const {
  Legs legs;
  legs.total = trip.time;
  if (!trip.time.reachable()) return legs;
  legs.access_m = trip.place_end.off_road_m;
  legs.egress_m = trip.site_end.off_road_m;
  legs.access = off_road_time(options_.profile, legs.access_m);
  legs.egress = off_road_time(options_.profile, legs.egress_m);
  for (const LinkPiece& piece : trip.pieces) {
    legs.road =
        legs.road + piece_time(metric_.link_time[piece.link], piece.from_frac, piece.to_frac);
    legs.road_m += piece_length_m(inputs_.network, piece);
  }
  return legs;
}

Legs ModeEngine::direct_legs(PlaceIdx place, SiteIdx site) const {
  Legs legs;
  for (const DirectSite& direct : access_->direct[place]) {
    if (direct.site != site) continue;
    const TravelTime out = off_road_time(options_.profile, direct.straight_m);
    legs.access = is_round_trip() ? twice(out) : out;
    legs.total = legs.access;
    legs.access_m = is_round_trip() ? 2 * direct.straight_m : direct.straight_m;
    legs.direct = true;
  }
  return legs.total.reachable() ? legs : Legs{};
}

std::vector<Legs> ModeEngine::legs(SiteIdx site, std::span<const PlaceIdx> places) const {
  std::vector<Legs> result(places.size());
  for (const auto& way : ways_) {
    const auto trips = way->trips(site, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (way == ways_.front()) {
        result[i] = legs_of(trips[i]);
      } else {
        add_legs(legs_of(trips[i]), result[i]);
      }
    }
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    Legs& legs = result[i];
    legs.waiting = waiting();
    legs.total = legs.total + legs.waiting;
    const Legs direct = direct_legs(places[i], site);
    if (direct.total < legs.total) legs = direct;
    if (!legs.total.reachable()) legs = Legs{};
  }
  return result;
}

void ModeEngine::draw_road(const RoadTrip& trip, Route& route) const {
  for (const LinkPiece& piece : trip.pieces) {
    const double length_m = piece_length_m(inputs_.network, piece);
    const TravelTime time =
        piece_time(metric_.link_time[piece.link], piece.from_frac, piece.to_frac);
    if (length_m == 0 && time == TravelTime()) continue;
    route.steps.push_back({piece.link, piece_line(inputs_.network, piece), length_m, time});
  }
}

Route ModeEngine::route(PlaceIdx place, SiteIdx site) const {
  Route route;
  route.legs = legs(site, std::span(&place, 1)).front();
  if (!route.legs.total.reachable()) return route;
  const Xy from = inputs_.places[place.value()];
  const Xy to = inputs_.sites[site.value()];
  if (route.legs.direct) {
    const double straight_m = inputs_.ground.distance_m(from, to);
    add_off_road(route, {{}, {from, to}, straight_m, off_road_time(options_.profile, straight_m)});
    return route;
  }
  const RoadTrip trip = ways_.front()->trips(site, std::span(&place, 1)).front();
  const Legs out = legs_of(trip);
  add_off_road(route, {{}, {from, trip.place_end.at}, out.access_m, out.access});
  draw_road(trip, route);
  add_off_road(route, {{}, {trip.site_end.at, to}, out.egress_m, out.egress});
  return route;
}

}  // namespace pahunch
