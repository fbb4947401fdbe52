#include "planner/summary/band_bars.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/io/style.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kBarWidth = 20;
constexpr std::size_t kLabelWidth = 14;
constexpr std::size_t kNumberWidth = 12;
constexpr std::size_t kShareWidth = 7;

std::vector<const SetHeadline*> shown_sets(const Headline& headline) {
  std::vector<const SetHeadline*> sets = {&headline.sets.front()};
  if (headline.sets.size() > 1) sets.push_back(&headline.sets.back());
  return sets;
}

/// Rural women in the fullest band of all: the length of the longest bar.
Persons find_most(const std::vector<std::vector<Women>>& counts) {
  Persons most = 0;
  for (const auto& of_set : counts) {
    for (const Women women : of_set) most = std::max(most, women.rural);
  }
  return most;
}

std::string band_label(const std::string& label) {
  return label == kUnreachableBand ? "no way" : label + " min";
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string band_bars(const Headline& headline, const TerminalStyle& style) {
  const auto sets = shown_sets(headline);
  const auto bands = make_band_classes(headline.limits_min);
  std::string out = fmt::format("\n{:<{}}", "rural women", kLabelWidth);
  std::vector<std::vector<Women>> counts;
  for (const SetHeadline* set : sets) {
    out += fmt::format("{:>{}}  {:<{}}", set->name, kNumberWidth + kShareWidth, "", kBarWidth);
    counts.push_back(count_bands(*set));
  }
  out = trimmed(out) + "\n";
  const auto most = static_cast<double>(std::max<Persons>(find_most(counts), 1));
  for (std::size_t band = 0; band < bands.size(); ++band) {
    const bool is_empty =
        std::ranges::all_of(counts, [band](const auto& of_set) { return of_set[band].rural == 0; });
    if (is_empty && band + 1 == bands.size()) continue;
    std::string line = fmt::format("{:<{}}", band_label(bands[band].label), kLabelWidth);
    for (const auto& of_set : counts) {
      const Persons women = of_set[band].rural;
      const std::string bar = draw_bar(static_cast<double>(women) / most, kBarWidth, style);
      line += fmt::format("{:>{}}{:>{}}  {}", count_text(women), kNumberWidth,
                          share_text(women, headline.total.rural), kShareWidth,
                          in_colour(bar, bands[band].colour, style));
    }
    out += trimmed(line) + "\n";
  }
  return out;
}

}  // namespace pahunch
