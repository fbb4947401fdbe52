/// \file
/// What the simulation leaves out, and whom it does not count.
#pragma once

#include <string>

#include "planner/simulation/simulation_tables.h"

namespace pahunch {

/// A part of simulation.md.
std::string exclusions_lines(const SimulatedStudy& simulated);

}  // namespace pahunch
