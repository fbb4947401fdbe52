#include "geo/network/road_service.h"

#include "geo/network/access_memo.h"

namespace pahunch {

RoadService find_road_service(const TravelInputs& inputs, const TravelOptions& options,
                              Progress& progress) {
  RoadService service{
      .places = IdxVector<PlaceIdx, PlaceState>(inputs.places.size(), PlaceState::kOffNetwork),
      .out_of_service = is_out_of_service(options)};
  const auto add = [&](const Profile& profile) {
    const Metric metric = make_metric(inputs.network, profile, options.season);
    const auto access =
        get_road_access(inputs, {profile, metric, options.main_component_only}, progress);
    for (const PlaceIdx place : indices(service.places)) {
      service.places[place] = better_of(service.places[place], access->state(place));
    }
  };
  add(options.profile);
  if (options.fallback) add(*options.fallback);
  return service;
}

}  // namespace pahunch
