/// \file
/// What a simulation says of its sensitivity.
#pragma once

#include <string>

#include "planner/simulation/simulation_tables.h"
#include "planner/simulation/verdict_flips.h"

namespace pahunch {

/// How many runs are to come: for a console, before they begin. "" where none are.
std::string sensitivity_notice(const SensitivitySettings& asked);

/// A part of simulation.md; "" where no sensitivity was asked for.
std::string sensitivity_lines(const SimulationReport& report);
/// Which inputs flip most verdicts, under the last set; a part of simulation.md.
std::string flips_lines(const SimulatedStudy& simulated);

/// The question about the last set of a study.
FlipQuestion flip_question(const SimulatedStudy& simulated);

}  // namespace pahunch
