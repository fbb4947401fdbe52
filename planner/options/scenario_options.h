/// \file
/// Options that say which scenario: a file, and what is changed in it.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planner/console.h"
#include "planner/options/trust_options.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

class ScenarioOptions {
 public:
  /// Where the scenario's file stands on the command line.
  enum class FileAs : std::uint8_t { kPositional, kOption };
  void add_to(CLI::App& app, FileAs file_as);

  /// `--centres NAME=existing,planned`: the sets, instead of the scenario's.
  void add_centres_to(CLI::App& app);
  /// `--replicates`, `--draws` and `--until` of the simulation.
  void add_years_to(CLI::App& app);
  /// `--sensitivity` of the simulation.
  void add_sensitivity_to(CLI::App& app);

  /// `--public` and `--suppress-below`.
  void add_privacy_to(CLI::App& app);

  /// What `--data` names; empty without it.
  [[nodiscard]] const std::string& data() const { return data_; }
  /// UsageError when anything but `--data` is given. `why`: the reason, as a sentence.
  void require_only_data(const std::string& why) const;

  /// The scenario in effect. The short flags win over `--set`, which wins over the file.
  [[nodiscard]] Scenario read() const;
  /// With `--dump-config`, prints the scenario and answers true: there is nothing else to do.
  [[nodiscard]] bool dumped(const Scenario& scenario, Console& console) const;

 private:
  void add_travel_options(CLI::App& app);

  std::string file_;
  std::string data_;
  std::vector<std::string> set_;
  std::vector<std::string> centres_;
  std::string profile_, season_, direction_, assignment_, until_women_, sensitivity_;
  std::optional<std::uint64_t> seed_, replicates_, draws_;
  std::optional<std::int64_t> suppress_below_;
  bool public_ = false;
  TrustOptions trust_;
  bool dump_config_ = false;
};

}  // namespace pahunch
