/// \file
/// What floods can do to the roads and centres of a study: its table fitted, and what lies where.
#pragma once

#include <optional>
#include <string>

#include "geo/model/hazard_prior.h"
#include "planner/study/study.h"
#include "sim/flood/field_lattice.h"
#include "sim/flood/flood_fit.h"
#include "sim/flood/flood_table.h"
#include "sim/flood/road_exposure.h"
#include "sim/monte_carlo/planned_hazard.h"

namespace pahunch {

/// Why there can be no floods; none: there can.
std::optional<std::string> find_hazard_obstacle(const Study& study);

/// What is believed of floods: the scenario's file or the bundled one. Throws as its reader does.
HazardPrior read_prior_of(const HazardSettings& settings);

/// What of the study's roads and centres a flood can reach.
RoadExposure expose_roads(const Study& study);

/// Precondition: no obstacle. Throws as the readers of priors and of a replayed month do.
struct StudyHazard {
  explicit StudyHazard(const Study& study);
  StudyHazard(const StudyHazard&) = delete;
  StudyHazard& operator=(const StudyHazard&) = delete;

  HazardPrior prior;
  FloodTable table;
  FloodFit fit;
  RoadExposure exposure;  ///< of all centres of the study
  FieldLattice lattice;   ///< of the fit's blocks
  PlannedHazard planned;
};

}  // namespace pahunch
