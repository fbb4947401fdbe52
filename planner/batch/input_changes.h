/// \file
/// What changed since the last call of a batch, so that nobody wonders why work is done anew.
#pragma once

#include <string>
#include <vector>

#include "geo/model/dataset.h"
#include "planner/batch/figure_store.h"

namespace pahunch {

/// The inputs of a ground and the program, kept with the figures; one sentence for each that
/// differs from the last time. None on the first call.
std::vector<std::string> note_inputs(const std::string& ground,
                                     const std::vector<InputFile>& inputs, FigureStore& store);

}  // namespace pahunch
