/// \file
/// Where floods close roads, as a map.
#pragma once

#include "geo/io/table.h"
#include "planner/study/study.h"

namespace pahunch {

/// "flood_closures": a row a stretch of road that a flood closes with a chance of 1% or more in its
/// worst month, with every range at its middle. Modelled, as all of it is. Precondition: no
/// obstacle (study_hazard.h).
Table make_flood_closures_table(const Study& study);

}  // namespace pahunch
