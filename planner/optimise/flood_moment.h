/// \file
/// The roads at a moment of a year with floods.
///
/// Draw number n has parameters of floods and roads of its own (uniform within their ranges), one
/// year drawn with them, and a moment of that year, each as likely: the state of its month, or dry
/// roads where the month's flood is over by then. So draws are independent and alike in law, and
/// their mean is that over all moments of all years that the model holds for possible. How she
/// travels on dry roads is not drawn.
#pragma once

#include <cstdint>

#include "geo/network/road_state.h"
#include "planner/simulation/study_hazard.h"

namespace pahunch {

/// A pure function of the study's seed and the number. Cost: that of a flood year, 2 ms.
RoadState draw_flood_moment(const StudyHazard& hazard, std::uint64_t seed, std::uint64_t number);

/// The roads while the floods of an observed month last. Which of them that closed was not
/// recorded: it is drawn, with the road parameters of the moment of this number. The scenario's
/// closures are not in it.
RoadState draw_replayed_month(const StudyHazard& hazard, const FloodReplay& month,
                              std::uint64_t seed, std::uint64_t number);

}  // namespace pahunch
