/// \file
/// A scenario as outputs may tell it. What decides whether work is done already, and what a user is
/// shown of their own settings, is the scenario itself.
#pragma once

#include "geo/io/projection.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

/// Where the outputs are public, new and moved sites stand in the middle of their squares, as they
/// do in the tables of centres; else the scenario itself.
Scenario shown_scenario(Scenario scenario, const Projection& projection);

}  // namespace pahunch
