/// \file
/// Another program, run to its end without a shell.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pahunch {

struct ChildProcess {
  std::vector<std::string> words;  ///< the program, looked for in PATH, and its arguments
  std::filesystem::path folder;    ///< in which it runs
  std::filesystem::path messages;  ///< file of what it writes to its two outputs
};

/// Its exit status (128 and more: ended by a signal); none where it could not be started. It has
/// the environment of this program, but a locale in which numbers have points and text is UTF-8.
std::optional<int> run_child(const ChildProcess& child);

}  // namespace pahunch
