#include "planner/simulation/hazard_text.h"

#include <fmt/format.h>

#include <array>

#include "planner/markdown_text.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/summary/run_summary.h"
#include "sim/statistics/mean_interval.h"

namespace pahunch {
namespace {

std::string month_names(const std::vector<std::size_t>& months) {
  constexpr std::array<const char*, kMonths> kNames = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  std::string names;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const bool last = i + 1 == months.size();
    names += (i == 0 ? "" : last ? " and " : ", ") + std::string(kNames[months[i]]);
  }
  return names;
}

/// "+12,000 (10,000 to 14,000)": second minus first, with its interval over the draws.
std::string difference_text(const std::vector<double>& first, const std::vector<double>& second) {
  PairMoments pairs;
  for (std::size_t i = 0; i < first.size(); ++i) pairs.add(first[i], second[i]);
  const Estimate found = estimate_difference(pairs);
  return fmt::format("{} ({} to {})", women_text(found.value), women_text(found.low),
                     women_text(found.high));
}

}  // namespace

std::string hazard_notes(const SimulatedStudy& simulated) {
  const SideStudies& side = simulated.report.side;
  std::string out;
  if (!side.replay_note.empty()) {
    out += "**Every year is a replay.** " + side.replay_note +
           " The other months of the year are dry. How long the water stood is drawn too.\n\n";
  }
  const auto closures = describe_closures(simulated.study.closures);
  if (closures.empty()) return out;
  out +=
      "**Closures of the scenario**, all year, flooded or dry; whom they alone hold back is cut "
      "off:\n\n";
  for (const std::string& words : closures) out += "- " + markdown_text(words) + "\n";
  return out + "\n";
}

std::string missing_months_lines(const SimulatedStudy& simulated) {
  const auto& found = simulated.report.side.missing_months;
  if (!found) return "";
  const auto& sets = simulated.report.sets;
  std::string out = fmt::format(
      "## Months that nobody saw\n\nNo year of the table shows {}: not observed, not dry. The "
      "figures above run them as {}. Here they are run both ways, on the same {} draws with {} "
      "years each ({} years; few, so read the difference and not the level; its 95% interval is "
      "over these draws).\n\n| run as |",
      month_names(found->months),
      simulated.report.side.months_rule == UnobservedMonths::kDry ? "dry" : "the prior",
      found->size.n_draws, found->size.n_years_per_draw,
      found->size.n_draws * found->size.n_years_per_draw * found->readings.size());
  std::string rule = "|---|";
  for (const SetSimulation& set : sets) {
    const std::string name = markdown_text(set.name);
    out += fmt::format(" underserved, {} | not served, {} |", name, name);
    rule += "---:|---:|";
  }
  out += "\n" + rule + "\n";
  for (const MonthsReading& reading : found->readings) {
    out += fmt::format("| {} |", to_string(reading.rule));
    for (std::size_t set = 0; set < sets.size(); ++set) {
      out += fmt::format(" {} | {} |", spread_text(spread_of(reading.underserved[set])),
                         spread_text(spread_of(reading.not_served[set])));
    }
    out += "\n";
  }
  out += "| dry less prior |";
  const MonthsReading &prior = found->readings[0], &dry = found->readings[1];
  for (std::size_t set = 0; set < sets.size(); ++set) {
    out += fmt::format(" {} | {} |", difference_text(prior.underserved[set], dry.underserved[set]),
                       difference_text(prior.not_served[set], dry.not_served[set]));
  }
  return out + "\n\n";
}

}  // namespace pahunch
