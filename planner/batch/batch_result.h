/// \file
/// A finished batch, and how each of its scenarios differs from the base.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/batch/planned_scenario.h"
#include "planner/batch/run_batch.h"
#include "planner/privacy/privacy_settings.h"
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
  /// Have scenarios other headline limits than the base?
  [[nodiscard]] bool limits_differ() const;
  /// May anybody see the results? They are of all scenarios, so that one that says so is enough.
  [[nodiscard]] bool is_public() const;
  /// Of the scenarios together: what the strictest of them keeps from the outputs.
  [[nodiscard]] PrivacySettings privacy() const;
  /// The value of a setting, as TOML; where the results are public and it may place a centre, a
  /// text that says that it is not shown.
  [[nodiscard]] std::string shown_value(const Parameter& one) const;
  /// Why a scenario failed, or its whole run did; "" where neither. Without a place that is in no
  /// file; where the results are public, no message that quotes a setting.
  [[nodiscard]] std::string shown_reason(const ScenarioOutcome& one) const;
  /// What of it goes on one line: what is wrong, and what to try.
  [[nodiscard]] std::string short_reason(const ScenarioOutcome& one) const;
  /// Has any scenario a simulation?
  [[nodiscard]] bool any_simulated() const;
  /// Are the years of a scenario and of the base drawn from the same random numbers: one seed, as
  /// many draws, and as many years of each? False where either has no years.
  [[nodiscard]] bool has_years_of_base(std::size_t at) const;
};

/// As it is shown of this scenario, a text without its quotes; "" where it is as in the base.
std::string parameter_text(const BatchResult& result, const PlannedScenario& scenario,
                           const std::string& key);

/// Scenario less base, draw by draw from the same random numbers: the mean, and the 5% and 95%
/// points of the draws. None where their years are not of the same random numbers.
std::optional<Spread> compare_figure(const BatchResult& result, std::size_t at,
                                     SimulatedFigure figure);

/// "+1,234": as a change is written.
std::string signed_text(Persons count);
/// The change of the underserved against the base: "+1,234 (-500 to +2,000)"; "other draws" where
/// both have years, of other random numbers; "" where either has none.
std::string underserved_change_text(const BatchResult& result, std::size_t at);

/// What a reader must know before any figure: the dataset's notice, what a public batch keeps, and
/// that years were asked for and there are none, each as a sentence.
std::vector<std::string> list_notes(const BatchResult& result);

}  // namespace pahunch
