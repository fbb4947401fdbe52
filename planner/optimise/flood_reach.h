/// \file
/// Which sites a place reaches in a state of the roads.
#pragma once

#include "geo/network/road_state.h"
#include "planner/optimise/study_problem.h"

namespace pahunch {

/// Reach of the problem's points and sites within the limit, over these roads and without the sites
/// that they cut off. Cost: a travel model, and a search a site.
ReachTable find_flood_reach(const Study& study, const StudyProblem& made, const RoadState& state,
                            TravelTime limit);

}  // namespace pahunch
