/// \file
/// What a simulation says of the hazards that a scenario decides: a replayed month, the planner's
/// own closures, and months that nobody saw, read both ways.
#pragma once

#include <string>

#include "planner/simulation/simulation_tables.h"

namespace pahunch {

/// A part of the opening, so that nobody reads the figures without it: a replay and closures. ""
/// where there is neither.
std::string hazard_notes(const SimulatedStudy& simulated);
/// Months not observed, as prior and as dry; "" where all were.
std::string missing_months_lines(const SimulatedStudy& simulated);

}  // namespace pahunch
