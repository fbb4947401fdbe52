#include <fmt/format.h>

#include <algorithm>

#include "geo/io/clean_text.h"
#include "planner/simulation/simulation_text.h"
#include "planner/summary/band_bars.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::string heading(const RunSummary& summary) {
  const Dataset& data = summary.study.dataset;
  return fmt::format("{}\nRural women by travel time: {} ({}).\n", clean_text(data.words.title),
                     basis_words(summary.study), clean_text(population_words(summary.study)));
}

/// Of a column of text: its longest entry and two blanks, and so much at least.
template <class Items, class TextOf>
std::size_t column_width(const Items& items, std::size_t least, TextOf text_of) {
  std::size_t width = least;
  for (const auto& item : items) {
    const std::string text = text_of(item);
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto n_characters = static_cast<std::size_t>(std::ranges::count_if(text, is_start));
    width = std::max(width, n_characters + 2);
  }
  return width;
}

std::string limits_table(const Headline& headline) {
  const auto width =
      column_width(headline.sets, 14, [](const SetHeadline& set) { return set.name; });
  std::string out = fmt::format("\n{:<{}}{:>9}", "set", width, "centres");
  for (const double limit : headline.limits_min) {
    out += fmt::format("{:>21}", "within " + limit_text(limit) + " min");
  }
  for (const SetHeadline& set : headline.sets) {
    out += fmt::format("\n{:<{}}{:>9}", set.name, width, set.n_centres);
    for (const Women women : set.within) {
      out += fmt::format(
          "{:>21}", count_text(women.rural) + " " + share_text(women.rural, headline.total.rural));
    }
  }
  return out + "\n";
}

std::string change_text(const Headline& headline) {
  if (headline.sets.size() < 2) return "";
  const LimitChange& change = headline.change_at_limit();
  const std::string sets = fmt::format("With '{}' instead of '{}'", headline.sets.back().name,
                                       headline.sets.front().name);
  const std::string limit = limit_text(headline.limits_min[headline.limit_index]);
  const std::string gained = count_text(change.newly_covered.rural);
  const Persons beyond = headline.beyond_limit().rural;
  const std::string share = fmt::format("({} of {})", share_text(beyond, headline.total.rural),
                                        count_text(headline.total.rural));
  if (change.lost.rural > 0) {
    return fmt::format(
        "\n{}, {} rural women come within {} minutes and {} no longer are; {} are beyond {}.\n",
        sets, gained, limit, count_text(change.lost.rural), count_text(beyond), share);
  }
  return fmt::format("\n{}, {} more rural women are within {} minutes; {} are still beyond {}.\n",
                     sets, gained, limit, count_text(beyond), share);
}

std::string variants_text(const RunSummary& summary) {
  std::string out = fmt::format("\nRural women within {} minutes under other assumptions:\n",
                                limit_text(summary.study.scenario.max_minutes));
  const auto width =
      column_width(summary.variants, 48, [](const Variant& variant) { return variant.title; });
  const auto line = [&](const std::string& title, const Headline& headline) {
    out += fmt::format("  {:<{}}", title, width);
    for (const SetHeadline& set : headline.sets) {
      const Women women = set.within[headline.limit_index];
      out += fmt::format("{:>14} {:>6}", count_text(women.rural),
                         share_text(women.rural, headline.total.rural));
    }
    out += "\n";
  };
  line("(the headline)", summary.headline);
  for (const Variant& variant : summary.variants) line(variant.title, variant.headline);
  return out;
}

std::string worst_text(const RunSummary& summary) {
  if (summary.worst.empty()) return "";
  const Dataset& data = summary.study.dataset;
  std::string out = fmt::format("\nWorst off with '{}' (half of the women there need at least):\n",
                                summary.headline.sets.back().name);
  const auto block_of = [&](const WorstArea& worst) {
    return clean_text(data.blocks.areas[worst.area].name);
  };
  const auto district_of = [&](const WorstArea& worst) {
    return clean_text(district_of_block(data, worst.area));
  };
  const auto block_width = column_width(summary.worst, 25, block_of);
  const auto district_width = column_width(summary.worst, 21, district_of);
  std::size_t rank = 1;
  for (const WorstArea& worst : summary.worst) {
    out += fmt::format("{:>4}. {:<{}}{:<{}}{:>9}   {:>9} women beyond {} min\n", rank++,
                       block_of(worst), block_width, district_of(worst), district_width,
                       worst.half_min ? fmt::format("{:.0f} min", *worst.half_min) : "no way",
                       count_text(worst.beyond), limit_text(summary.study.scenario.max_minutes));
  }
  return out;
}

std::string checks_text(const RunSummary& summary) {
  std::string out;
  const auto& centres = summary.study.dataset.centres.centres;
  for (const CentreIdx at : indices(summary.checks)) {
    if (summary.checks[at].ok()) continue;
    out += fmt::format("  check centre {}: {}\n", clean_text(centres[at].id),
                       summary.checks[at].finding);
  }
  return out.empty() ? "" : "\nCentres to look at:\n" + out;
}

}  // namespace

std::string summary_text(const RunSummary& summary, const TerminalStyle& style) {
  const std::string& notice = summary.study.dataset.words.notice;
  return heading(summary) + limits_table(summary.headline) + band_bars(summary.headline, style) +
         change_text(summary.headline) + variants_text(summary) + worst_text(summary) +
         checks_text(summary) +
         (summary.simulation ? simulation_lines({summary.study, *summary.simulation}) : "") +
         (notice.empty() ? "" : "\nNote: " + clean_text(notice) + "\n");
}

}  // namespace pahunch
