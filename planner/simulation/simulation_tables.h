/// \file
/// The tables of a simulation. Columns of a set end in its name.
#pragma once

#include "geo/io/table.h"
#include "planner/simulation/simulate_study.h"

namespace pahunch {

/// The references must outlive the use.
struct SimulatedStudy {
  const Study& study;
  const SimulationReport& report;
};

/// "underserved": a row a settlement with its chance of being served and the verdict, as points.
Table make_underserved_table(const SimulatedStudy& simulated);
/// "underserved_blocks": rural women not served, what holds them back, how stable the rank is.
Table make_underserved_blocks_table(const SimulatedStudy& simulated);
/// "simulated_centres": cases, waits and who is turned away.
Table make_simulated_centres_table(const SimulatedStudy& simulated);
/// "parameters": every uncertain input with its range, its basis and how it goes with the answer.
Table make_parameters_table(const SimulatedStudy& simulated);

}  // namespace pahunch
