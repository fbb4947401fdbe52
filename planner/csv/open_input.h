/// \file
/// Opening and reading an input file of a command.
#pragma once

#include <fstream>
#include <string>

namespace pahunch {

/// Throws DataError when the file is missing, a folder, or may not be read.
std::ifstream open_input(const std::string& file);

/// All of a file. Throws as `open_input`.
std::string read_whole_file(const std::string& file);

}  // namespace pahunch
