/// \file
/// What came of a piece of work, where others go on if it fails.
#pragma once

#include <functional>
#include <string>

namespace pahunch {

/// Does the work: "", or why it failed. Ctrl-C is no failure, and a disk that takes no more is none
/// of the scenario's: Interrupted and StoreError pass.
std::string attempt(const std::function<void()>& work);

/// The same reason without a place in settings that `--set` was merged into: no file has such a
/// line, and the dataset's path in it is of this machine alone. The key in question stays.
std::string without_merged_place(const std::string& reason);

/// What is wrong and what to try, on one line.
std::string one_line_reason(const std::string& reason);

}  // namespace pahunch
