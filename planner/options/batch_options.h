/// \file
/// Options that say which scenarios a batch has.
#pragma once

#include <CLI/CLI.hpp>
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
  /// a sweep is mixed with other scenarios.
  [[nodiscard]] BatchPlan read(LastGround& grounds, Progress& progress) const;
  /// Of the batch, and of its folder in `out`: that of the only file or folder given, else "batch".
  [[nodiscard]] std::string name() const;

 private:
  [[nodiscard]] std::vector<std::string> overrides() const;
  [[nodiscard]] BatchPlan read_plan(LastGround& grounds, Progress& progress) const;
  [[nodiscard]] ScenarioSweep read_sweep_asked() const;
  [[nodiscard]] bool asks_sweep() const;

  std::vector<std::string> files_, set_, grid_, out_, in_;
  std::string data_;
  TrustOptions trust_;
  bool no_simulation_ = false;
};

}  // namespace pahunch
