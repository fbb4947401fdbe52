/// \file
/// What a simulation says: Markdown for a planner, JSON for machines, lines for a terminal.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/simulation/simulation_tables.h"

namespace pahunch {

/// The answer: how many rural women are underserved today and after the plan, how sure that is and
/// what it rests on. The opening of summary.md.
std::string simulation_opening(const SimulatedStudy& simulated);
/// The tables behind it: ledgers, worst blocks, cases, what was believed.
std::string simulation_details(const SimulatedStudy& simulated);
/// The end of a run on a terminal.
std::string simulation_lines(const SimulatedStudy& simulated);
nlohmann::ordered_json simulation_json(const SimulatedStudy& simulated);

}  // namespace pahunch
