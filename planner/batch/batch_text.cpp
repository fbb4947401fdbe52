#include <fmt/format.h>

#include <algorithm>

#include "geo/io/clean_text.h"
#include "planner/batch/batch_report.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostAtEachEnd = 8, kMostFailures = 10;
/// Of a name and what it sets, in characters: so much leaves a row below 120.
constexpr std::size_t kWidestLabel = 52;

const ScenarioFigures& figures_at(const BatchResult& result, std::size_t at) {
  return *result.outcome.scenarios[at].figures;
}

Persons rural_within(const ScenarioFigures& figures) {
  return figures.within_minutes(figures.limit_min)->rural;
}

Persons gain_of(const BatchResult& result, std::size_t at) {
  return rural_within(figures_at(result, at)) - rural_within(result.base());
}

/// Characters, however many bytes they take.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// At most so many characters, with "…" where some are left out.
std::string cut_text(const std::string& text, std::size_t most) {
  if (width_of(text) <= most) return text;
  std::string cut;
  std::size_t n = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++n == most) break;
    cut += c;
  }
  return cut + "…";
}

/// The scenarios from the best to the worst. Where their limits differ, each row has its own.
class RankedTable {
 public:
  explicit RankedTable(const BatchResult& result)
      : result_(result), keys_(result.parameter_keys()), ranked_(rank_scenarios(result)) {
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
      if (is_shown(i)) width_ = std::max(width_, width_of(label(ranked_[i])));
    }
  }

  [[nodiscard]] std::string text() const {
    if (ranked_.empty()) return "";
    std::string out = opening();
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
      if (is_shown(i)) out += row(ranked_[i]);
      if (!all_shown() && i == kMostAtEachEnd) {
        out += fmt::format("  … {} more, in batch.csv\n", ranked_.size() - 2 * kMostAtEachEnd);
      }
    }
    return out;
  }

 private:
  [[nodiscard]] bool all_shown() const { return ranked_.size() <= 2 * kMostAtEachEnd + 1; }
  [[nodiscard]] bool is_shown(std::size_t i) const {
    return all_shown() || i < kMostAtEachEnd || i + kMostAtEachEnd >= ranked_.size();
  }

  [[nodiscard]] std::string opening() const {
    std::string out = "\n";
    if (has_limits_) {
      out += fmt::format("  Each scenario counts within its own limit, the base within {} min:\n",
                         limit_text(result_.base().limit_min));
    }
    return out +
           line({"scenario", "limit", "rural women", "change", "underserved, change (5% to 95%)"});
  }

  [[nodiscard]] std::string row(std::size_t at) const {
    const ScenarioFigures& figures = figures_at(result_, at);
    return line({label(at), limit_text(figures.limit_min) + " min",
                 count_text(rural_within(figures)), signed_text(gain_of(result_, at)),
                 underserved_change_text(result_, at)});
  }

  struct Cells {
    std::string label, limit, rural, change, underserved;
  };
  [[nodiscard]] std::string line(const Cells& cells) const {
    std::string out = "  " + cells.label;
    out.append(width_ - std::min(width_, width_of(cells.label)), ' ');
    if (has_limits_) out += fmt::format("{:>12}", cells.limit);
    out += fmt::format("{:>14}{:>14}", cells.rural, cells.change);
    if (has_years_ && !cells.underserved.empty()) out += "  " + cells.underserved;
    return out + "\n";
  }

  /// The name and what the scenario sets; a site that is closed or added is in the name already.
  [[nodiscard]] std::string label(std::size_t at) const {
    const PlannedScenario& planned = result_.plan[at];
    const std::string name = clean_text(planned.name);
    const bool names_site = planned.origin == Origin::kSiteOut || planned.origin == Origin::kSiteIn;
    const std::size_t taken = width_of(name) + 2;
    if (names_site || planned.parameters.empty() || taken >= kWidestLabel) return name;
    std::string settings;
    for (const Parameter& one : planned.parameters) {
      settings += (settings.empty() ? "" : ", ") + short_key(one.key) + "=" +
                  parameter_text(result_, planned, one.key);
    }
    return name + "  " + cut_text(clean_text(settings), kWidestLabel - taken);
  }

  /// "season" of "travel.season", where no other key of the batch ends so.
  [[nodiscard]] std::string short_key(const std::string& key) const {
    const std::string last = last_part(key);
    const auto ends_so = [&](const std::string& one) { return last_part(one) == last; };
    return std::ranges::count_if(keys_, ends_so) > 1 ? key : last;
  }
  static std::string last_part(const std::string& key) { return key.substr(key.rfind('.') + 1); }

  const BatchResult& result_;
  std::vector<std::string> keys_;
  std::vector<std::size_t> ranked_;
  bool has_limits_ = result_.limits_differ(), has_years_ = result_.any_simulated();
  std::size_t width_ = 28;
};

std::string failures_text(const BatchResult& result) {
  std::string out;
  std::size_t n = 0;
  for (std::size_t at = 0; at < result.plan.size(); ++at) {
    const ScenarioOutcome& outcome = result.outcome.scenarios[at];
    const std::string reason = result.short_reason(outcome);
    if (reason.empty() || ++n > kMostFailures) continue;
    out += fmt::format("  {:<26}  {}\n", clean_text(result.plan[at].name), clean_text(reason));
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
  for (const std::string& words : list_notes(result)) out += "note: " + clean_text(words) + "\n";
  out += fmt::format(
      "\n'{}', which all are compared with: {} centres; {} women and {} rural women within {} "
      "min\n",
      clean_text(result.plan.front().name), base.n_centres,
      count_text(base.within_minutes(base.limit_min)->all), count_text(rural_within(base)), limit);
  return out + RankedTable(result).text() + failures_text(result);
}

}  // namespace pahunch
