/// \file
/// A finished batch, and how each of its scenarios differs from the base.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/batch/planned_scenario.h"
#include "planner/batch/run_batch.h"
#include "planner/simulation/block_figures.h"

namespace pahunch {

/// The plan must outlive it.
struct BatchResult {
  std::string name;  ///< of the batch: that of its folder
  const BatchPlan& plan;
  BatchOutcome outcome;

  /// Precondition: the batch went on to its end, so that there is a base.
  [[nodiscard]] const ScenarioFigures& base() const { return *outcome.scenarios.front().figures; }
  [[nodiscard]] std::size_t n_failed() const;
  [[nodiscard]] std::size_t n_runs_failed() const;  ///< of scenarios that are done
  /// Keys in which scenarios differ, in the order in which they come up.
  [[nodiscard]] std::vector<std::string> parameter_keys() const;
  /// Limits of all scenarios, ascending.
  [[nodiscard]] std::vector<double> limits_min() const;
  /// May anybody see the results? They are of all scenarios, so that one that says so is enough.
  [[nodiscard]] bool is_public() const;
  /// The value of a setting, as TOML; where the results are public and it may place a centre, a
  /// text that says that it is not shown.
  [[nodiscard]] std::string shown_value(const Parameter& one) const;
  /// Why a scenario failed, or its whole run did; "" where neither. Where the results are public,
  /// no message that quotes a setting.
  [[nodiscard]] std::string shown_reason(const ScenarioOutcome& one) const;
  /// Has any scenario a simulation?
  [[nodiscard]] bool any_simulated() const;
};

/// As it is shown of this scenario, a text without its quotes; "" where it is as in the base.
std::string parameter_text(const BatchResult& result, const PlannedScenario& scenario,
                           const std::string& key);

/// Scenario less base, draw by draw on the same floods and cases: the mean, and the 5% and 95%
/// points of the draws. None where either has no simulation, or they have other draws.
std::optional<Spread> compare_figure(const ScenarioFigures& base, const ScenarioFigures& other,
                                     SimulatedFigure figure);

}  // namespace pahunch
