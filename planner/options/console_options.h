/// \file
/// Options that every command has: how much it says, and on how many threads it runs.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>

#include "planner/console.h"

namespace pahunch {

struct ConsoleOptions {
  bool quiet = false;
  bool verbose = false;
  bool no_progress = false;
  std::size_t threads = 0;  ///< 0: one a core

  void add_to(CLI::App& app);
  [[nodiscard]] Verbosity verbosity() const;
  [[nodiscard]] std::size_t n_threads() const;
};

}  // namespace pahunch
