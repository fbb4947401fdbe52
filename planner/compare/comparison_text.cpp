#include <fmt/format.h>

#include <algorithm>

#include "geo/io/clean_text.h"
#include "planner/compare/comparison.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostCentres = 12;

std::string signed_count(std::int64_t count) { return (count > 0 ? "+" : "") + count_text(count); }

std::string limits_text(const std::vector<ComparedLimit>& limits) {
  std::string out =
      fmt::format("{:<18}{:>14}{:>14}{:>14}\n", "rural women", "first", "second", "change");
  for (const ComparedLimit& limit : limits) {
    out +=
        fmt::format("{:<18}{:>14}{:>14}{:>14}\n", "within " + limit_text(limit.limit_min) + " min",
                    count_text(limit.rural_before), count_text(limit.rural_after),
                    signed_count(limit.rural_after - limit.rural_before));
  }
  return out;
}

std::string changes_text(const Comparison& comparison) {
  const ChangeCounts counts = count_changes(comparison.rows);
  std::string out =
      fmt::format("\n{:<24}{:<36}{:>12}{:>16}\n", "change", "by", "settlements", "women");
  for (std::size_t change = 0; change < kNChanges; ++change) {
    for (std::size_t reason = 0; reason < kNReasons; ++reason) {
      const ChangeCount& count = counts[change][reason];
      if (count.settlements == 0) continue;
      out += fmt::format("{:<24}{:<36}{:>12}{:>16}\n", to_string(static_cast<RowChange>(change)),
                         to_string(static_cast<ChangeReason>(reason)),
                         count_text(count.settlements), count_text(count.women));
    }
  }
  const std::string travel = travel_words(comparison);
  if (!travel.empty()) {
    out += "Times to centres of both runs can have changed by: " + clean_text(travel) + "\n";
  }
  return out;
}

std::string value_text(const std::optional<std::string>& value) {
  return value ? clean_text(*value) : "(none)";
}

std::string settings_text(const std::vector<RunDifference>& settings) {
  if (settings.empty()) return "\nNo setting differs.\n";
  std::string out = "\nSettings that differ\n";
  for (const RunDifference& one : settings) {
    out += fmt::format("  {:<28}{} -> {}\n", clean_text(one.what), value_text(one.before),
                       value_text(one.after));
  }
  return out;
}

std::string inputs_text(const std::vector<RunDifference>& inputs) {
  if (inputs.empty()) return "";
  std::string out = "\nInput files that differ\n";
  for (const RunDifference& one : inputs) {
    const char* how = !one.before  ? "only in the second run"
                      : !one.after ? "only in the first run"
                                   : "other content";
    out += fmt::format("  {:<44}{}\n", clean_text(one.what), how);
  }
  return out;
}

std::string centres_text(const std::vector<ComparedCentre>& centres) {
  std::string out;
  std::size_t n = 0;
  for (const ComparedCentre& centre : centres) {
    if (centre.fate == CentreFate::kSame || ++n > kMostCentres) continue;
    out += fmt::format("  {:<10}{:<14}{}\n", to_string(centre.fate), clean_text(centre.id),
                       clean_text(centre.centre.name));
  }
  if (n > kMostCentres) out += fmt::format("  … and {} more\n", n - kMostCentres);
  return out.empty() ? "" : "\nCentres\n" + out;
}

}  // namespace

std::string comparison_text(const Comparison& comparison) {
  const std::string notice = comparison_notice(comparison);
  return limits_text(comparison.limits) + changes_text(comparison) +
         settings_text(comparison.settings) + inputs_text(comparison.inputs) +
         centres_text(comparison.centres) +
         (notice.empty() ? "" : "\nNote: " + clean_text(notice) + "\n");
}

}  // namespace pahunch
