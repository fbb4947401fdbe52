/// \file
/// What all replicate years have in common: places, people, centres, roads and rules. Nothing here
/// is drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/coverage/women.h"
#include "geo/model/dataset.h"
#include "geo/network/travel_model.h"
#include "sim/demand/latent_cases.h"
#include "sim/flood/field_lattice.h"
#include "sim/flood/flood_table.h"
#include "sim/flood/road_exposure.h"
#include "sim/monte_carlo/centre_neighbours.h"
#include "sim/monte_carlo/planned_hazard.h"

namespace pahunch {

/// Does a nearer centre bring forward cases that stayed untold before? `kOff` keeps the reporting
/// of each settlement at the travel times of the first set.
enum class InducedDemand : std::uint8_t { kOff, kOn };

inline constexpr std::size_t kMostOtherLimits = 3;

/// The rules of a scenario.
struct ServiceRules {
  TravelTime limit = TravelTime::from_minutes(60);  ///< inclusive
  /// For these the chance of being served is kept too; at most `kMostOtherLimits`.
  std::vector<TravelTime> other_limits = {};
  double max_wait_days = 2;
  double min_probability = 0.8;
  InducedDemand induced = InducedDemand::kOn;
};

/// All that it refers to must outlive it.
struct World {
  const Dataset& dataset;
  TravelInputs inputs;  ///< places are the settlements and sites the centres, in their order
  std::vector<std::vector<SiteIdx>> sets;  ///< the first is today
  WomenBySettlement women;
  const RoadExposure& exposure;
  std::vector<FloodBlock> blocks;
  FieldLattice lattice;  ///< of the blocks
  DemandKeys keys;
  std::vector<CentreNeighbours> neighbours;  ///< by set
  ServiceRules rules;
  PlannedHazard planned = {};
  std::uint64_t seed = 0;

  [[nodiscard]] std::size_t n_sets() const { return sets.size(); }
};

}  // namespace pahunch
