#include "sim/monte_carlo/travel_theta.h"

namespace pahunch {
namespace {

double value_in(const SourcedValue& range, double place) {
  return value_at(believed("", range), place);
}

void move_speeds(Profile& profile, double place) {
  for (auto& [key, speed] : profile.speed_km_h) speed.value = value_in(speed, place);
}

}  // namespace

std::vector<UncertainParameter> list_travel_parameters(const TravelOptions& travel) {
  const SourcedValue place{0.5, 0, 1, "ranges of the profiles"};
  return {{"travel.road_speeds", place, Basis::kPrior},
          believed("travel.waiting_min", travel.profile.waiting_min),
          believed("travel.access_speed_km_h", travel.profile.access_speed_km_h)};
}

TravelOptions make_travel_theta(const TravelOptions& travel, std::span<const double> places) {
  TravelOptions moved = travel;
  move_speeds(moved.profile, places[0]);
  moved.profile.waiting_min.value = value_in(travel.profile.waiting_min, places[1]);
  moved.profile.access_speed_km_h.value = value_in(travel.profile.access_speed_km_h, places[2]);
  if (!moved.fallback) return moved;
  move_speeds(*moved.fallback, places[0]);
  moved.fallback->access_speed_km_h.value = value_in(travel.fallback->access_speed_km_h, places[2]);
  return moved;
}

}  // namespace pahunch
