#include <fmt/format.h>

#include "geo/io/clean_text.h"
#include "planner/simulation/simulation_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::string heading(const RunSummary& summary) {
  const Dataset& data = summary.study.dataset;
  return fmt::format("{}\nRural women by travel time: {} ({}).\n", clean_text(data.words.title),
                     basis_words(summary.study), clean_text(population_words(summary.study)));
}

std::string limits_table(const Headline& headline) {
  std::string out = fmt::format("\n{:<14}{:>9}", "set", "centres");
  for (const double limit : headline.limits_min) {
    out += fmt::format("{:>21}", "within " + limit_text(limit) + " min");
  }
  for (const SetHeadline& set : headline.sets) {
    out += fmt::format("\n{:<14}{:>9}", set.name, set.n_centres);
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
  return fmt::format(
             "\nWith '{}' instead of '{}', {} more rural women are within {} minutes; {} are still "
             "beyond "
             "({} of {}).\n",
             headline.sets.back().name, headline.sets.front().name,
             count_text(change.newly_covered.rural),
             limit_text(headline.limits_min[headline.limit_index]),
             count_text(change.still_beyond.rural),
             share_text(change.still_beyond.rural, headline.total.rural),
             count_text(headline.total.rural)) +
         (change.lost.rural == 0
              ? ""
              : fmt::format("{} rural women lose what they had.\n", count_text(change.lost.rural)));
}

std::string variants_text(const RunSummary& summary) {
  std::string out = fmt::format("\nRural women within {} minutes under other assumptions:\n",
                                limit_text(summary.study.scenario.max_minutes));
  const auto line = [&](const std::string& title, const Headline& headline) {
    out += fmt::format("  {:<48}", title);
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
  std::size_t rank = 1;
  for (const WorstArea& worst : summary.worst) {
    const Area& block = data.blocks.areas[worst.area];
    out += fmt::format("{:>4}. {:<24} {:<20} {:>9}   {:>9} women beyond {} min\n", rank++,
                       clean_text(block.name), clean_text(district_of_block(data, worst.area)),
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

std::string summary_text(const RunSummary& summary) {
  const std::string& notice = summary.study.dataset.words.notice;
  return heading(summary) + limits_table(summary.headline) + change_text(summary.headline) +
         variants_text(summary) + worst_text(summary) + checks_text(summary) +
         (summary.simulation ? simulation_lines({summary.study, *summary.simulation}) : "") +
         (notice.empty() ? "" : "\nNote: " + clean_text(notice) + "\n");
}

}  // namespace pahunch
