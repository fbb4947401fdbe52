/// \file
/// Options that say which scenarios a batch has.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planner/batch/ground.h"
#include "planner/batch/planned_scenario.h"
#include "planner/options/trust_options.h"

namespace pahunch {

class BatchPlanOptions {
 public:
  void add_to(CLI::App& app);

  /// Opens a ground where centres have to be known. Throws as the planners do, and UsageError where
  /// a sweep is mixed with other scenarios, a file is not there, or a scenario sets for itself what
  /// is given for all.
  [[nodiscard]] BatchPlan read(LastGround& grounds, Progress& progress) const;
  /// Of the batch, and of its folder in `out`: that of the only file or folder given, else "batch".
  [[nodiscard]] std::string name() const;

 private:
  [[nodiscard]] std::vector<std::string> overrides() const;
  [[nodiscard]] BatchPlan read_plan(LastGround& grounds, Progress& progress) const;
  [[nodiscard]] ScenarioSweep read_sweep_asked() const;
  [[nodiscard]] bool asks_sweep() const;
  void require_privacy_of_all(const BatchPlan& plan) const;

  std::vector<std::string> files_, set_, grid_, out_, in_;
  std::string data_;
  TrustOptions trust_;
  std::optional<std::int64_t> suppress_below_;
  bool public_ = false, no_simulation_ = false;
};

}  // namespace pahunch
