#include "planner/batch/batch_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "planner/batch/attempt.h"
#include "planner/privacy/generalise.h"
#include "planner/simulation/study_world.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr const char* kHiddenReason = "quotes settings that are not shown";

/// Places of centres are written as inline tables.
bool holds_table(const std::string& text) { return text.find('{') != std::string::npos; }

/// That years were asked for and there are none, and why; "" where all is as asked.
std::string no_years_words(const BatchResult& result) {
  std::map<std::string, std::size_t> n_by_reason;
  for (const ScenarioOutcome& one : result.outcome.scenarios) {
    const std::string reason = one.figures ? one.figures->no_simulation : "";
    if (!reason.empty()) ++n_by_reason[reason];
  }
  const std::size_t n_done = result.plan.size() - result.n_failed();
  std::string reasons;
  for (const auto& [reason, n] : n_by_reason) {
    reasons += (reasons.empty() ? "" : "; ") + reason;
    if (n < n_done) reasons += fmt::format(" ({} of {} scenarios)", n, n_done);
  }
  return reasons.empty() ? "" : fmt::format("No years are simulated: {}.", reasons);
}

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

bool BatchResult::limits_differ() const {
  return std::ranges::any_of(outcome.scenarios, [&](const ScenarioOutcome& one) {
    return one.figures && one.figures->limit_min != base().limit_min;
  });
}

bool BatchResult::is_public() const { return privacy().is_public; }

PrivacySettings BatchResult::privacy() const {
  PrivacySettings strictest;
  for (const PlannedScenario& planned : plan) {
    if (!planned.scenario) continue;
    const PrivacySettings& own = planned.scenario->privacy;
    strictest.is_public = strictest.is_public || own.is_public;
    strictest.suppress_below = std::max(strictest.suppress_below, own.suppress_below);
  }
  return strictest;
}

std::string BatchResult::shown_value(const Parameter& one) const {
  const bool places_centre = one.key.starts_with("centres") && holds_table(one.value);
  return places_centre && is_public() ? "\"a place that is not shown\"" : one.value;
}

std::string BatchResult::shown_reason(const ScenarioOutcome& one) const {
  const std::string reason = one.reason();
  return holds_table(reason) && is_public() ? kHiddenReason : without_merged_place(reason);
}

std::string BatchResult::short_reason(const ScenarioOutcome& one) const {
  const std::string reason = one_line_reason(one.reason());
  return holds_table(reason) && is_public() ? kHiddenReason : reason;
}

bool BatchResult::any_simulated() const {
  return std::ranges::any_of(outcome.scenarios, [](const ScenarioOutcome& one) {
    return one.figures && one.figures->simulated;
  });
}

bool BatchResult::has_years_of_base(std::size_t at) const {
  const auto& figures = outcome.scenarios[at].figures;
  if (!base().simulated || !figures || !figures->simulated) return false;
  const Scenario& before = *plan.front().scenario;
  const Scenario& after = *plan[at].scenario;
  return before.seed == after.seed &&
         plan_of(before.simulation).size == plan_of(after.simulation).size &&
         base().simulated->n_years == figures->simulated->n_years;  // either may end early
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

std::optional<Spread> compare_figure(const BatchResult& result, std::size_t at,
                                     SimulatedFigure figure) {
  if (!result.has_years_of_base(at)) return std::nullopt;
  const auto& before = result.base().simulated->of(figure);
  const auto& after = result.outcome.scenarios[at].figures->simulated->of(figure);
  if (before.size() != after.size() || before.empty()) return std::nullopt;
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.size(); ++i) differences.push_back(after[i] - before[i]);
  return spread_of(differences);
}

std::string signed_text(Persons count) { return (count > 0 ? "+" : "") + count_text(count); }

std::string underserved_change_text(const BatchResult& result, std::size_t at) {
  const auto& figures = result.outcome.scenarios[at].figures;
  if (!result.base().simulated || !figures || !figures->simulated) return "";
  const auto change = compare_figure(result, at, SimulatedFigure::kUnderserved);
  if (!change) return "other draws";
  const auto part = [](double women) { return signed_text(std::llround(women)); };
  return fmt::format("{} ({} to {})", part(change->mean), part(change->low), part(change->high));
}

std::vector<std::string> list_notes(const BatchResult& result) {
  const std::string kept =
      result.is_public() ? "This batch is public. " + privacy_words(result.privacy()) : "";
  std::vector<std::string> notes = {result.outcome.words.notice, kept, no_years_words(result)};
  std::erase(notes, "");
  return notes;
}

}  // namespace pahunch
