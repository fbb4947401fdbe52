/// \file
/// Where floods close roads, as a map.
#pragma once

#include "geo/io/table.h"
#include "planner/simulation/study_hazard.h"

namespace pahunch {

/// "flood_closures": a row a stretch of road that a flood closes with a chance of 1% or more in its
/// worst month, with every range at its middle. Modelled, as all of it is.
Table make_flood_closures_table(const Study& study, const StudyHazard& hazard);

}  // namespace pahunch
