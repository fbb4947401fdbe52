#include "planner/options/console_options.h"

#include <thread>

namespace pahunch {

void ConsoleOptions::add_to(CLI::App& app) {
  constexpr const char* kGroup = "Console";
  auto* quiet_flag = app.add_flag("-q,--quiet", quiet, "Say only results and errors");
  auto* verbose_flag = app.add_flag("-v,--verbose", verbose, "Say more about the work");
  verbose_flag->excludes(quiet_flag);
  quiet_flag->group(kGroup);
  verbose_flag->group(kGroup);
  app.add_flag("--no-progress", no_progress, "Draw no progress line (none is drawn off a terminal)")
      ->group(kGroup);
  app.add_option("--threads", threads, "Threads; 0: one a core. The results do not depend on it")
      ->check(CLI::Range(0, 1024))
      ->type_name("N")
      ->group(kGroup);
}

Verbosity ConsoleOptions::verbosity() const {
  if (quiet) return Verbosity::kQuiet;
  return verbose ? Verbosity::kVerbose : Verbosity::kNormal;
}

std::size_t ConsoleOptions::n_threads() const {
  if (threads > 0) return threads;
  const std::size_t n_cores = std::thread::hardware_concurrency();
  return n_cores > 0 ? n_cores : 1;
}

}  // namespace pahunch
