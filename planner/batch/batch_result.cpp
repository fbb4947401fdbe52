#include "planner/batch/batch_result.h"

#include <algorithm>
#include <set>

namespace pahunch {
namespace {

/// Places of centres are written as inline tables.
bool holds_table(const std::string& text) { return text.find('{') != std::string::npos; }

}  // namespace

std::size_t BatchResult::n_failed() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      outcome.scenarios, [](const ScenarioOutcome& one) { return !one.figures; }));
}

std::size_t BatchResult::n_runs_failed() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      outcome.scenarios, [](const ScenarioOutcome& one) { return !one.run_failure.empty(); }));
}

std::vector<std::string> BatchResult::parameter_keys() const {
  std::vector<std::string> keys;
  for (const PlannedScenario& scenario : plan) {
    for (const Parameter& one : scenario.parameters) {
      if (std::ranges::find(keys, one.key) == keys.end()) keys.push_back(one.key);
    }
  }
  return keys;
}

std::vector<double> BatchResult::limits_min() const {
  std::set<double> limits;
  for (const ScenarioOutcome& one : outcome.scenarios) {
    if (!one.figures) continue;
    for (const CoveredWomen& covered : one.figures->within) limits.insert(covered.minutes);
  }
  return {limits.begin(), limits.end()};
}

bool BatchResult::is_public() const {
  return std::ranges::any_of(plan, [](const PlannedScenario& planned) {
    return planned.scenario && planned.scenario->privacy.is_public;
  });
}

std::string BatchResult::shown_value(const Parameter& one) const {
  const bool places_centre = one.key.starts_with("centres") && holds_table(one.value);
  return is_public() && places_centre ? "\"a place that is not shown\"" : one.value;
}

std::string BatchResult::shown_reason(const ScenarioOutcome& one) const {
  const std::string reason = one.reason();
  return is_public() && holds_table(reason) ? "quotes settings that are not shown" : reason;
}

bool BatchResult::any_simulated() const {
  return std::ranges::any_of(outcome.scenarios, [](const ScenarioOutcome& one) {
    return one.figures && one.figures->simulated;
  });
}

std::string parameter_text(const BatchResult& result, const PlannedScenario& scenario,
                           const std::string& key) {
  const auto found = std::ranges::find(scenario.parameters, key, &Parameter::key);
  if (found == scenario.parameters.end()) return "";
  const std::string value = result.shown_value(*found);
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

std::optional<Spread> compare_figure(const ScenarioFigures& base, const ScenarioFigures& other,
                                     SimulatedFigure figure) {
  if (!base.simulated || !other.simulated) return std::nullopt;
  const auto& before = base.simulated->of(figure);
  const auto& after = other.simulated->of(figure);
  if (before.size() != after.size() || before.empty()) return std::nullopt;
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.size(); ++i) differences.push_back(after[i] - before[i]);
  return spread_of(differences);
}

}  // namespace pahunch
