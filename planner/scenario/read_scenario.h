/// \file
/// From TOML to a checked scenario.
#pragma once

#include "planner/scenario/scenario.h"
#include "planner/scenario/scenario_text.h"

namespace pahunch {

/// Failure: ConfigError naming file, line and key for an unknown key (with the nearest known one),
/// a word that is none of the choices, a number out of range, and keys of what this version does
/// not do.
Scenario read_scenario(const ScenarioText& text);

}  // namespace pahunch
