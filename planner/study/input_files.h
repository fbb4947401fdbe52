/// \file
/// Every file that the numbers of a study come from, with its checksum.
#pragma once

#include <filesystem>
#include <vector>

#include "planner/study/study.h"

namespace pahunch {

/// The dataset's files, the profiles, those of closures, and `more`; in this order.
std::vector<InputFile> list_inputs(const Study& study,
                                   const std::vector<std::filesystem::path>& more);

}  // namespace pahunch
