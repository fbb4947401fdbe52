/// \file
/// The points of a sweep's grid and sample.
#pragma once

#include <vector>

#include "planner/batch/sweep.h"

namespace pahunch {

/// Every combination; the last axis changes fastest. None for no axes.
std::vector<std::vector<Parameter>> list_combinations(const std::vector<GridAxis>& axes);

/// Points that fill the ranges evenly: each uniform in its range, a whole number equally often as
/// any other of its range. At 6 significant digits, so that they read well. The same for the same
/// seed.
std::vector<std::vector<Parameter>> draw_points(const Sample& sample);

}  // namespace pahunch
