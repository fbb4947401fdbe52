/// \file
/// A batch on the tiny dataset, run as a user does.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/planner/flooded_dataset.h"

namespace pahunch::test {

using BatchWords = std::vector<std::string>;

inline const BatchWords kNoYears = {"--no-simulation"};

inline BatchWords join(BatchWords words, const BatchWords& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

struct BatchDataset : FloodedDataset {
  /// Into the folder "b".
  [[nodiscard]] BatchWords words(const BatchWords& more,
                                 const std::string& command = "batch") const {
    return join({command, "--data", "d", "-o", "b"}, more);
  }
  [[nodiscard]] ProgramResult batch(const BatchWords& more) const { return run(words(more)); }

  /// All files of the results but the timing.
  [[nodiscard]] std::map<std::string, std::string> results() const {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path() / "b")) {
      const std::string name = entry.path().filename().string();
      if (name != "timing.json") found[name] = read_text(entry.path());
    }
    return found;
  }
  /// Names of files that are not as they were; no more and no fewer.
  [[nodiscard]] BatchWords differing(const std::map<std::string, std::string>& before) const {
    BatchWords names;
    auto all = before;
    all.merge(results());
    for (const auto& [name, content] : all) {
      const bool same = before.contains(name) && std::filesystem::exists(path() / "b" / name) &&
                        read_text(path() / "b" / name) == before.at(name);
      if (!same) names.push_back(name);
    }
    return names;
  }
  /// Then nothing is left of it.
  [[nodiscard]] std::map<std::string, std::string> results_at_once(const BatchWords& more) const {
    if (batch(more).exit_code != 0) throw std::runtime_error("the batch failed");
    auto found = results();
    forget();
    return found;
  }
  void forget() const {
    std::filesystem::remove_all(path() / "b");
    std::filesystem::remove_all(path() / "b.scenarios");
  }

  [[nodiscard]] nlohmann::json json() const {
    return nlohmann::json::parse(read_text(path() / "b/batch.json"));
  }
  [[nodiscard]] nlohmann::json scenario(const std::string& name) const {
    const auto all = json();
    for (const auto& one : all["scenarios"]) {
      if (one["name"] == name) return one;
    }
    throw std::runtime_error("there is no scenario " + name);
  }
};

/// Some of everything that a sweep can ask.
inline const BatchWords kMixedSweep = {"--grid",    "travel.season=['dry','monsoon']",
                                       "--grid",    "travel.profile=['walk','shared-auto']",
                                       "--one-out", "existing",
                                       "--one-in",  "candidate",
                                       "--set",     "simulation.replicates=12",
                                       "--set",     "simulation.draws=3"};

}  // namespace pahunch::test
