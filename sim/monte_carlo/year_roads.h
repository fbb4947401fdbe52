/// \file
/// The roads of a replicate year, month by month: a flooded state for a first part of the month,
/// dry roads for the rest. What a planner closes is closed in both.
#pragma once

#include <array>

#include "sim/flood/flood_sampler.h"
#include "sim/flood/road_closures.h"
#include "sim/flood/state_pool.h"
#include "sim/monte_carlo/planned_hazard.h"
#include "sim/operations/clock.h"

namespace pahunch {

/// Roads as ever, without floods and closures.
inline constexpr StateIdx kDryState{0};

/// The months of a year of 365 days.
Span month_span(std::size_t month);
std::size_t find_month(TimeMs at);  ///< precondition: within the year

constexpr std::array<StateIdx, kMonths> dry_months() {
  std::array<StateIdx, kMonths> states;
  states.fill(kDryState);
  return states;
}

struct YearRoads {
  std::array<StateIdx, kMonths> state = dry_months();  ///< in the pool
  double flooded_frac = 1;   ///< the first part of a month that its state lasts
  StateIdx dry = kDryState;  ///< without floods: the planner's closures alone

  /// Precondition: within the year.
  [[nodiscard]] StateIdx at(TimeMs time) const;
  /// The part of a month that its state lasts, in whole milliseconds.
  [[nodiscard]] Span flooded_span(std::size_t month) const;
};

struct ReplicateKey {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
};

/// What a year's roads are drawn from.
struct YearHazard {
  const FloodSampler& floods;
  const RoadClosures& closures;
  const PlannedHazard& planned;
};

/// Adds the year's distinct states to the pool.
YearRoads draw_year_roads(const YearHazard& hazard, const ReplicateKey& key, StatePool& pool);

}  // namespace pahunch
