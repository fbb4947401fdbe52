#include <fmt/format.h>

#include "planner/batch/batch_report.h"
#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostRows = 60;

std::string signed_md(Persons count) { return (count > 0 ? "+" : "") + count_text(count); }

std::string differs_md(const BatchResult& result, const PlannedScenario& planned) {
  std::string out;
  for (const Parameter& one : planned.parameters) {
    out += (out.empty() ? "" : "; ") + markdown_text(one.key + " = " + result.shown_value(one));
  }
  return out;
}

std::string row_md(const BatchResult& result, std::size_t at) {
  const ScenarioFigures& own = *result.outcome.scenarios[at].figures;
  const ScenarioFigures& base = result.base();
  const Women within = *own.within_minutes(own.limit_min);
  const Women before = *base.within_minutes(base.limit_min);
  std::string row =
      fmt::format("| {} | {} | {} | {} | {} | {} |", markdown_text(result.plan[at].name),
                  differs_md(result, result.plan[at]), own.n_centres, count_text(within.all),
                  count_text(within.rural), at == 0 ? "" : signed_md(within.rural - before.rural));
  if (result.any_simulated()) {
    const auto change = compare_figure(base, own, SimulatedFigure::kUnderserved);
    row += " " + (at != 0 && change ? spread_text(*change) : std::string()) + " |";
  }
  return row + "\n";
}

std::string table_md(const BatchResult& result) {
  const bool simulated = result.any_simulated();
  std::string out =
      "| scenario | differs by | centres | women within the limit | rural women | change |";
  out += simulated ? " underserved, change (5% to 95% of the draws) |\n" : "\n";
  out += simulated ? "|---|---|---:|---:|---:|---:|---:|\n" : "|---|---|---:|---:|---:|---:|\n";
  out += row_md(result, 0);
  const auto ranked = rank_scenarios(result);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool all = ranked.size() <= kMostRows;
    if (all || i < kMostRows / 2 || i + kMostRows / 2 >= ranked.size()) {
      out += row_md(result, ranked[i]);
    }
  }
  if (ranked.size() > kMostRows) {
    out +=
        fmt::format("\n{} scenarios between these are in batch.csv.\n", ranked.size() - kMostRows);
  }
  return out;
}

std::string failures_md(const BatchResult& result) {
  std::string out;
  for (std::size_t at = 0; at < result.plan.size(); ++at) {
    const ScenarioOutcome& outcome = result.outcome.scenarios[at];
    if (outcome.reason().empty()) continue;
    out += fmt::format("| {} | {} |\n", markdown_text(result.plan[at].name),
                       markdown_text(result.shown_reason(outcome)));
  }
  return out.empty() ? "" : "\n## Failed\n\n| scenario | reason |\n|---|---|\n" + out;
}

}  // namespace

std::string batch_markdown(const BatchResult& result) {
  const DatasetWords& words = result.outcome.words;
  std::string out = fmt::format("# {}\n\n", markdown_text(result.name));
  if (!words.notice.empty()) out += fmt::format("> {}\n\n", markdown_text(words.notice));
  out += fmt::format(
      "{}: {}. Changes are against `{}`, within each scenario's own headline limit (base: {} "
      "min, inclusive), most rural women more first; on the same floods and cases where years are "
      "simulated. All figures are in batch.csv, explained in fields.csv.\n\n",
      markdown_text(words.title), count_words(result), markdown_text(result.plan.front().name),
      limit_text(result.base().limit_min));
  out += table_md(result) + failures_md(result);
  for (const std::string& source : words.attribution) out += "\n" + markdown_text(source) + "\n";
  return out;
}

}  // namespace pahunch
