/// \file
/// A Pareto front as a picture (SVG): most women within the limit for each second value, with the
/// bound where it is not proven.
#pragma once

#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// Precondition: the result has a front with a point.
std::string draw_front(const SitingResult& result);

}  // namespace pahunch
