/// \file
/// The tables of a simulation with their styles, as files of a result folder.
#pragma once

#include "planner/run/sheets.h"
#include "planner/simulation/simulation_tables.h"

namespace pahunch {

void add_simulation(const SimulatedStudy& simulated, Sheets& sheets);

}  // namespace pahunch
