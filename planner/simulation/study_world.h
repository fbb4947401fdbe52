/// \file
/// A study made ready for simulated years: what is believed, and what all years have in common.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/simulation/study_hazard.h"
#include "planner/simulation/study_priors.h"
#include "planner/study/study.h"
#include "sim/monte_carlo/experiment_plan.h"
#include "sim/monte_carlo/parameter_space.h"
#include "sim/monte_carlo/world.h"

namespace pahunch {

/// Why the study cannot be simulated, as a clause ("the dataset has no hazard table"); none where
/// it can.
std::optional<std::string> find_obstacle(const Study& study);

/// Registered cases a year by the dataset's totals: the mean of its years, each taken to twelve
/// months, with their least and largest as the range. Precondition: there is a year.
SourcedValue find_registered_per_year(const std::vector<CaseYear>& cases);

/// As many years as the settings ask for.
ExperimentPlan plan_of(const SimulationSettings& settings);

/// Its parts refer to each other and to the study, which must outlive it.
struct StudyWorld {
  /// Throws ConfigError where there is an obstacle, and as the readers of the prior files do.
  StudyWorld(const Study& study, Progress& progress);
  StudyWorld(const StudyWorld&) = delete;
  StudyWorld& operator=(const StudyWorld&) = delete;

  StudyPriors priors;
  StudyHazard hazard;
  TravelOptions travel;
  Priors believed;
  ParameterSpace space;
  World world;  ///< with the sets of the study, in their order
};

}  // namespace pahunch
