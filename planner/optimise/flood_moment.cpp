#include "planner/optimise/flood_moment.h"

#include "sim/flood/flood_theta.h"
#include "sim/monte_carlo/year_roads.h"
#include "sim/random/random_stream.h"

namespace pahunch {

RoadState draw_flood_moment(const StudyHazard& hazard, std::uint64_t seed, std::uint64_t number) {
  RandomStream random({.seed = seed, .replicate = number, .purpose = Purpose::kFloodMoment});
  std::vector<double> places(list_road_parameters(hazard.prior.road).size());
  for (double& place : places) place = random.uniform();
  const FloodSampler floods(hazard.fit.blocks, hazard.lattice,
                            draw_flood_theta(hazard.fit, seed, number));
  const RoadClosures closures(hazard.exposure,
                              make_road_theta(hazard.prior.road, hazard.exposure, places),
                              {.seed = seed, .draw = number});
  StatePool pool;
  const YearRoads roads = draw_year_roads({floods, closures, hazard.planned}, {seed, number}, pool);
  const auto moment =
      static_cast<TimeMs>(random.uniform_index(static_cast<std::uint64_t>(kYearMs)));
  return pool[roads.at(moment)];
}

}  // namespace pahunch
