/// \file
/// A batch that can be stopped on the way.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/planner/batch/batch_dataset.h"

namespace pahunch::test {

/// Long enough to be stopped on the way.
struct LongBatch : BatchDataset {
  std::filesystem::path journal = path() / "b.scenarios/scenarios.journal";
  BatchWords sweep = {"--grid",   "underserved.max_minutes=[30,60,90,120]",
                      "--one-in", "candidate",
                      "--set",    "simulation.replicates=60",
                      "--set",    "simulation.draws=3"};

  [[nodiscard]] RunningProgram start() const { return RunningProgram(words(sweep), path()); }
  [[nodiscard]] std::uintmax_t journal_size() const {
    std::error_code missing;
    const auto size = std::filesystem::file_size(journal, missing);
    return missing ? 0 : size;
  }
  /// Names of the files, in order.
  [[nodiscard]] BatchWords kept_years() const {
    BatchWords names;
    for (const auto& entry : std::filesystem::directory_iterator(path() / "b.scenarios")) {
      if (entry.path().extension() == ".checkpoint") names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
  }
  void wait_for_bytes(std::uintmax_t n, const RunningProgram& running) const {
    while (journal_size() < n && running.at_work()) ::usleep(1'000);
    REQUIRE(running.at_work());
  }
};

}  // namespace pahunch::test
