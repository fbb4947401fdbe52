#include "planner/optimise/flood_moment.h"

#include "sim/flood/flood_theta.h"
#include "sim/monte_carlo/year_roads.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

RandomStream moment_stream(std::uint64_t seed, std::uint64_t number) {
  return RandomStream({.seed = seed, .replicate = number, .purpose = Purpose::kFloodMoment});
}

/// The first numbers of the stream are the places of the parameters in their ranges.
RoadClosures draw_closures(const StudyHazard& hazard, const RoadClosures::Key& key,
                           RandomStream& random) {
  std::vector<double> places(list_road_parameters(hazard.prior.road).size());
  for (double& place : places) place = random.uniform();
  return {hazard.exposure, make_road_theta(hazard.prior.road, hazard.exposure, places), key};
}

}  // namespace

RoadState draw_flood_moment(const StudyHazard& hazard, std::uint64_t seed, std::uint64_t number) {
  RandomStream random = moment_stream(seed, number);
  const RoadClosures closures = draw_closures(hazard, {.seed = seed, .draw = number}, random);
  const FloodSampler floods(hazard.fit.blocks, hazard.lattice,
                            draw_flood_theta(hazard.fit, seed, number));
  StatePool pool;
  const YearRoads roads = draw_year_roads({floods, closures, hazard.planned}, {seed, number}, pool);
  const auto moment =
      static_cast<TimeMs>(random.uniform_index(static_cast<std::uint64_t>(kYearMs)));
  return pool[roads.at(moment)];
}

RoadState draw_replayed_month(const StudyHazard& hazard, const FloodReplay& month,
                              std::uint64_t seed, std::uint64_t number) {
  RandomStream random = moment_stream(seed, number);
  return draw_closures(hazard, {.seed = seed, .draw = number}, random)
      .draw_month(month.frac, number);
}

}  // namespace pahunch
