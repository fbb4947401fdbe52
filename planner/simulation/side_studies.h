/// \file
/// What is simulated beside the main experiment: the other reading of months that nobody saw, and
/// which inputs move the answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/scenario/scenario.h"
#include "sim/monte_carlo/missing_months.h"
#include "sim/monte_carlo/sensitivity_study.h"

namespace pahunch {

struct SideStudies {
  std::string replay_note;  ///< what an output must say of a replayed month; "" where none is
  UnobservedMonths months_rule = UnobservedMonths::kPrior;  ///< of the main experiment
  /// None where every month was seen, or one month is replayed.
  std::optional<MissingMonths> missing_months;
  SensitivitySettings asked;  ///< the sizes of `sensitivity`
  std::optional<SensitivityResult> sensitivity;
};

struct SideInputs {
  const SimulationSettings& settings;
  const World& world;
  const Priors& priors;
  const ParameterSpace& space;
};

/// What goes by the rules of the scenario, without a simulation.
SideStudies note_rules(const SideInputs& inputs);
/// The simulations, into `side`.
void add_side_studies(const SideInputs& inputs, Progress& progress, SideStudies& side);

}  // namespace pahunch
