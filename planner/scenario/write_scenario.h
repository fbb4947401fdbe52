/// \file
/// The full effective scenario as commented TOML: reading it back gives the same scenario.
#pragma once

#include <string>

#include "planner/scenario/scenario.h"

namespace pahunch {

std::string write_scenario(const Scenario& scenario);

}  // namespace pahunch
