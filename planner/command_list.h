/// \file
/// The commands there are.
#pragma once

#include <memory>
#include <vector>

#include "planner/command.h"

namespace pahunch {

using CommandList = std::vector<std::unique_ptr<Command>>;

/// In the order of the help page.
CommandList make_commands();

}  // namespace pahunch
