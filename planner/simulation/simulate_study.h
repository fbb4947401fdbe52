/// \file
/// The simulation of a study: from its dataset and scenario to who is underserved, and how sure
/// that is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planner/simulation/capacity_check.h"
#include "planner/simulation/model_checks.h"
#include "planner/simulation/side_studies.h"
#include "planner/simulation/threshold_sweep.h"
#include "planner/simulation/underserved_hot_spots.h"
#include "planner/study/study.h"
#include "sim/monte_carlo/experiment.h"
#include "sim/monte_carlo/verdict.h"

namespace pahunch {

/// One set of centres.
struct SetSimulation {
  std::string name;
  std::size_t n_centres = 0;
  Verdicts verdicts;
  std::vector<double> underserved;  ///< rural women in underserved settlements, by parameter draw
  UnderservedSpots spots = {};      ///< by block
};

enum class Ending : std::uint8_t {
  kComplete,
  kNarrowEnough,  ///< the interval that was asked for
  kInterrupted,   ///< what was simulated until then
};
std::string_view to_string(Ending ending);  ///< "complete", "narrow enough", "interrupted"

struct SimulationReport {
  ExperimentPlan plan;  ///< what was asked for
  Ending ending = Ending::kComplete;
  std::vector<UncertainParameter> parameters;
  std::vector<SetSimulation> sets;  ///< those of the study
  ExperimentResult result;
  std::vector<ThresholdRow> thresholds = {};
  CapacityCheck capacity = {};
  ModelChecks checks = {};
  SideStudies side = {};
};

/// The files of what is believed, the scenario's or those that come with the program.
std::vector<std::filesystem::path> prior_files(const SimulationSettings& settings);

/// Takes from the store what it has, and keeps there what it simulates. Where Ctrl-C ends it after
/// two draws or more, these are the report, and the interruption is dealt with; else Interrupted is
/// thrown on. Throws as `StudyWorld` does.
SimulationReport simulate_study(const Study& study, ParcelStore& store, Progress& progress);

/// Of everything that the simulation's numbers come from: scenario, inputs, the program itself.
std::string simulation_key(const Study& study);

}  // namespace pahunch
