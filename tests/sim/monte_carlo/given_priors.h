/// \file
/// What is believed before anything is drawn, for the world of simulated_world.h.
#pragma once

#include "sim/monte_carlo/parameter_space.h"
#include "tests/support/simulated_world.h"

namespace pahunch::test {

/// A fit with four wet months and given ranges.
inline FloodFit make_flood_fit(const World& world) {
  FloodFit fit;
  fit.blocks = world.blocks;
  for (std::size_t month = 0; month < kMonths; ++month) {
    const bool wet = month >= 6 && month <= 9;
    fit.calendar.months[month] = {wet ? MonthEvidence::kFlooded : MonthEvidence::kObservedDry, 4,
                                  wet ? 4 : 0, 0.2};
  }
  fit.calendar.years = {2021, 2022, 2023, 2024};
  fit.surface.level.assign(world.blocks.size(), 0);
  fit.surface.sd.assign(world.blocks.size(), 0.05);
  fit.year_sd = {0.2, 0.1, 0.4, "given"};
  fit.month_sd = {0.15, 0.1, 0.2};
  fit.decay.range_km = {40, 30, 50};
  fit.persistence.month_to_month = {0.3, 0.1, 0.5};
  fit.residual_sd = 0.15;
  return fit;
}

/// Nothing moves once it is made; the world must outlive it.
class GivenPriors {
 public:
  explicit GivenPriors(const SimulatedWorld& world)
      : flood(make_flood_fit(world.get())),
        operations(SimulatedWorld::read_default_operations()),
        travel(SimulatedWorld::make_travel()),
        priors{flood,      road,  world.exposure(), demand, {300, 200, 400, "yearly totals"},
               operations, travel} {
    for (auto& [key, speed] : travel.profile.speed_km_h) speed = {0.8, 0.6, 0.9, "given"};
  }
  GivenPriors(const GivenPriors&) = delete;
  GivenPriors& operator=(const GivenPriors&) = delete;

  FloodFit flood;
  RoadPrior road;
  DemandPrior demand;
  OperationsModel operations;
  TravelOptions travel;
  Priors priors;
};

}  // namespace pahunch::test
