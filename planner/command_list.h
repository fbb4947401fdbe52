/// \file
/// The commands there are, and those that are known but belong to a later version.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "planner/command.h"

namespace pahunch {

using CommandList = std::vector<std::unique_ptr<Command>>;

/// In the order of the help page.
CommandList make_commands();

/// Names of commands that a later version brings.
const std::vector<std::string>& later_commands();

}  // namespace pahunch
