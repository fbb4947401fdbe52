#include <fmt/format.h>

#include <algorithm>

#include "geo/io/clean_text.h"
#include "planner/batch/batch_report.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostAtEachEnd = 8, kMostFailures = 10;

const ScenarioFigures& figures_at(const BatchResult& result, std::size_t at) {
  return *result.outcome.scenarios[at].figures;
}

Persons rural_within(const ScenarioFigures& figures) {
  return figures.within_minutes(figures.limit_min)->rural;
}

Persons gain_of(const BatchResult& result, std::size_t at) {
  return rural_within(figures_at(result, at)) - rural_within(result.base());
}

std::string signed_text(Persons count) { return (count > 0 ? "+" : "") + count_text(count); }

std::string signed_spread(const std::optional<Spread>& spread) {
  if (!spread) return "";
  const auto part = [](double value) { return signed_text(static_cast<Persons>(value)); };
  return fmt::format("{} ({} to {})", part(spread->mean), part(spread->low), part(spread->high));
}

std::string ranked_line(const BatchResult& result, std::size_t at) {
  const ScenarioFigures& figures = figures_at(result, at);
  return fmt::format(
      "  {:<28}{:>14}{:>14}  {}\n", clean_text(result.plan[at].name),
      count_text(rural_within(figures)), signed_text(gain_of(result, at)),
      signed_spread(compare_figure(result.base(), figures, SimulatedFigure::kUnderserved)));
}

std::string ranked_text(const BatchResult& result) {
  const auto ranked = rank_scenarios(result);
  if (ranked.empty()) return "";
  std::string out = fmt::format("\n  {:<28}{:>14}{:>14}  {}\n", "scenario", "rural women", "change",
                                result.any_simulated() ? "underserved, change (5% to 95%)" : "");
  const bool all = ranked.size() <= 2 * kMostAtEachEnd + 1;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool shown = all || i < kMostAtEachEnd || i + kMostAtEachEnd >= ranked.size();
    if (shown) out += ranked_line(result, ranked[i]);
    if (!all && i == kMostAtEachEnd) {
      out += fmt::format("  … {} more, in batch.csv\n", ranked.size() - 2 * kMostAtEachEnd);
    }
  }
  return out;
}

std::string failures_text(const BatchResult& result) {
  std::string out;
  std::size_t n = 0;
  for (std::size_t at = 0; at < result.plan.size(); ++at) {
    const ScenarioOutcome& outcome = result.outcome.scenarios[at];
    std::string reason = outcome.reason();
    if (reason.empty() || ++n > kMostFailures) continue;
    reason.resize(std::min(reason.find('\n'), reason.size()));
    out += fmt::format("  {:<28}{}\n", clean_text(result.plan[at].name), clean_text(reason));
  }
  if (n > kMostFailures) out += fmt::format("  … {} more, in batch.csv\n", n - kMostFailures);
  return out.empty() ? "" : "\nFailed\n" + out;
}

}  // namespace

std::vector<std::size_t> rank_scenarios(const BatchResult& result) {
  std::vector<std::size_t> ranked;
  for (std::size_t at = 1; at < result.plan.size(); ++at) {
    if (result.outcome.scenarios[at].figures) ranked.push_back(at);
  }
  std::ranges::stable_sort(ranked, std::greater(),
                           [&](std::size_t at) { return gain_of(result, at); });
  return ranked;
}

std::string count_words(const BatchResult& result) {
  const std::size_t n = result.plan.size(), n_failed = result.n_failed();
  const std::size_t n_runs = result.n_runs_failed();
  const std::string runs = n_runs == 0 ? "" : fmt::format("; of {} the whole run failed", n_runs);
  if (n_failed == 0) return fmt::format("all {} scenarios are done{}", n, runs);
  return fmt::format("{} of {} scenarios are done, {} failed{}", n - n_failed, n, n_failed, runs);
}

std::string batch_text(const BatchResult& result) {
  const ScenarioFigures& base = result.base();
  const auto limit = limit_text(base.limit_min);
  std::string out = fmt::format("{}: {}\n", clean_text(result.name), count_words(result));
  if (!result.outcome.words.notice.empty()) {
    out += "note: " + clean_text(result.outcome.words.notice) + "\n";
  }
  out += fmt::format(
      "\n'{}', which all are compared with: {} centres; {} women and {} rural women within {} "
      "min\n",
      clean_text(result.plan.front().name), base.n_centres,
      count_text(base.within_minutes(base.limit_min)->all), count_text(rural_within(base)), limit);
  return out + ranked_text(result) + failures_text(result);
}

}  // namespace pahunch
