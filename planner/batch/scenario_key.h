/// \file
/// A scenario by its content: everything that its figures come from.
#pragma once

#include <string>
#include <vector>

#include "geo/model/dataset.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

/// The files that a scenario's figures come from, with their checksums: the dataset's, profiles,
/// closures, and what is believed, where it is simulated.
std::vector<InputFile> list_scenario_inputs(const Scenario& scenario, const Dataset& dataset);

/// Of the program that runs.
const std::string& program_checksum();

/// 64 hexadecimal digits: of the settings but for the name, the inputs, and the program itself.
std::string scenario_key(const Scenario& scenario, const std::vector<InputFile>& inputs);

}  // namespace pahunch
