/// \file
/// What came of a piece of work, where others go on if it fails.
#pragma once

#include <functional>
#include <string>

namespace pahunch {

/// Does the work: "", or why it failed. Ctrl-C is no failure, and a disk that takes no more is none
/// of the scenario's: Interrupted and StoreError pass.
std::string attempt(const std::function<void()>& work);

}  // namespace pahunch
