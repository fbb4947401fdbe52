/// \file
/// The curve of diminishing returns as a picture (SVG): the best for each number of new sites, its
/// bound where it is not proven, and the official lists beside it.
#pragma once

#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// Precondition: the result has a curve with a point that has an answer.
std::string draw_curve(const SitingResult& result);

}  // namespace pahunch
