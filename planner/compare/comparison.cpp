#include "planner/compare/comparison.h"

#include <fmt/format.h>

#include <algorithm>

namespace pahunch {

Comparison compare_sides(const RunSide& before, const RunSide& after) {
  const auto& limits = after.manifest.scenario.travel.bands_min;
  Comparison comparison{before, after};
  comparison.limits = compare_limits(before.rows, after.rows, limits);
  comparison.rows = compare_rows(before.rows, after.rows);
  find_reasons(before.centres, after.centres, comparison.rows);
  comparison.centres = compare_centres(before.centres, after.centres);
  comparison.settings = compare_settings(before.manifest.scenario, after.manifest.scenario);
  comparison.inputs = compare_inputs(before.manifest.inputs, after.manifest.inputs);
  comparison.districts = compare_districts(before.rows, after.rows, limits);
  comparison.blocks = compare_blocks(before.rows, after.rows, limits);
  return comparison;
}

std::size_t headline_index(const Comparison& comparison) {
  const double limit_min = comparison.after.manifest.scenario.max_minutes;
  const auto headline = std::ranges::find(comparison.limits, limit_min, &ComparedLimit::limit_min);
  return static_cast<std::size_t>(headline - comparison.limits.begin());
}

std::string comparison_notice(const Comparison& comparison) {
  const std::string& before = comparison.before.manifest.notice;
  const std::string& after = comparison.after.manifest.notice;
  if (before.empty() || before == after) return after;
  return after.empty() ? before : after + " " + before;
}

std::vector<std::string> comparison_attribution(const Comparison& comparison) {
  std::vector<std::string> sources = comparison.after.manifest.attribution;
  for (const std::string& source : comparison.before.manifest.attribution) {
    if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
  }
  return sources;
}

ChangeCounts count_changes(const std::vector<ComparedRow>& rows) {
  ChangeCounts counts(kNChanges, std::vector<ChangeCount>(kNReasons));
  for (const ComparedRow& row : rows) {
    ChangeCount& count =
        counts[static_cast<std::size_t>(row.change)][static_cast<std::size_t>(row.reason)];
    ++count.settlements;
    count.women += row.row.women;
  }
  return counts;
}

std::string travel_words(const Comparison& comparison) {
  std::vector<std::string> words;
  for (const RunDifference& one : comparison.settings) {
    if (one.what.starts_with("travel.") || one.what == "closures" || one.what == "dataset") {
      words.push_back(one.what);
    }
  }
  for (const RunDifference& one : comparison.inputs) words.push_back(one.what);
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace pahunch
