/// \file
/// Man pages (roff), made from the same options and texts as `--help`.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "planner/command.h"

namespace pahunch {

/// pahunch(1): the program and its commands.
std::string program_manual(const CLI::App& app, const std::vector<const CLI::App*>& commands);

/// pahunch-COMMAND(1).
std::string command_manual(const CLI::App& command, const CommandText& text);

}  // namespace pahunch
