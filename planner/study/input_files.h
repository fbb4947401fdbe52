/// \file
/// Every file that the numbers of a study come from, with its checksum.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/model/dataset.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

/// The dataset's files, the profiles, those of closures, and `more`; in this order.
std::vector<InputFile> list_inputs(const Dataset& dataset, const Scenario& scenario,
                                   const std::vector<std::filesystem::path>& more);

}  // namespace pahunch
