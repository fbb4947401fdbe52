/// \file
/// "sensitivity": a row for each method, output and input; the noise is one of the inputs.
#pragma once

#include "planner/simulation/simulation_tables.h"

namespace pahunch {

/// What an output is called: "not served, baseline", "not served, plan", "gain of plan".
std::vector<std::string> name_outputs(const SimulationReport& report);

/// Precondition: the report has a sensitivity.
Table make_sensitivity_table(const SimulationReport& report);

}  // namespace pahunch
