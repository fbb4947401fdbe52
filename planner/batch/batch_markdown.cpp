#include <fmt/format.h>

#include "planner/batch/batch_report.h"
#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostRows = 60;

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
  std::string row = fmt::format(
      "| {} | {} | {} | {} | {} | {} |", markdown_text(result.plan[at].name),
      differs_md(result, result.plan[at]), own.n_centres, count_text(within.all),
      count_text(within.rural), at == 0 ? "" : signed_text(within.rural - before.rural));
  if (result.any_simulated()) {
    row += " " + (at == 0 ? "" : underserved_change_text(result, at)) + " |";
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

/// How the changes of simulated years are to be read, where there are any; and where there are none
/// though both have years.
std::string years_md(const BatchResult& result) {
  bool any_common = false, any_other = false;
  for (const std::size_t at : rank_scenarios(result)) {
    if (!result.base().simulated || !result.outcome.scenarios[at].figures->simulated) continue;
    (result.has_years_of_base(at) ? any_common : any_other) = true;
  }
  std::string out;
  if (any_common) {
    out += " Those of simulated years are draw by draw from the same random numbers.";
  }
  if (any_other) {
    out +=
        " Where it says \"other draws\", seed, draws or years are not those of the base, and no "
        "change is told.";
  }
  return out;
}

}  // namespace

std::string batch_markdown(const BatchResult& result) {
  const DatasetWords& words = result.outcome.words;
  std::string out = fmt::format("# {}\n\n", markdown_text(result.name));
  for (const std::string& note : list_notes(result)) {
    out += fmt::format("> {}\n\n", markdown_text(note));
  }
  out += fmt::format(
      "{}: {}. Changes are against `{}`, within each scenario's own headline limit (base: {} "
      "min, inclusive), most rural women more first.{} All figures are in batch.csv, explained in "
      "fields.csv.\n\n",
      markdown_text(words.title), count_words(result), markdown_text(result.plan.front().name),
      limit_text(result.base().limit_min), years_md(result));
  out += table_md(result) + failures_md(result);
  for (const std::string& source : words.attribution) out += "\n" + markdown_text(source) + "\n";
  return out;
}

}  // namespace pahunch
