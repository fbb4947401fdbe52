#include <fmt/format.h>

#include "planner/markdown_text.h"
#include "planner/privacy/generalise.h"
#include "planner/simulation/simulation_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::string opening(const RunSummary& summary) {
  const DatasetWords& words = summary.study.dataset.words;
  std::string out = fmt::format("# {}\n\n", markdown_text(words.title));
  if (!words.notice.empty()) out += fmt::format("> {}\n\n", markdown_text(words.notice));
  const std::string kept = privacy_words(summary.study.scenario.privacy);
  if (!kept.empty()) out += fmt::format("> {}\n\n", kept);
  out += fmt::format(
      "**Who is counted:** {}. **How:** {}. A limit includes those exactly on it.\n\n",
      markdown_text(population_words(summary.study)), markdown_text(basis_words(summary.study)));
  for (const std::string& closure : describe_closures(summary.study.closures)) {
    out += "**Closed by the scenario:** " + markdown_text(closure) + "\n\n";
  }
  return out;
}

std::string answer(const RunSummary& summary) {
  const Headline& headline = summary.headline;
  if (headline.sets.size() < 2) return "";
  const LimitChange& change = headline.change_at_limit();
  const std::string limit = limit_text(summary.study.scenario.max_minutes);
  const std::string sets = fmt::format("With {} {} instead of {}", headline.sets.back().n_centres,
                                       markdown_text(summary.study.dataset.words.service_plural),
                                       headline.sets.front().n_centres);
  const Persons rural_beyond = headline.beyond_limit().rural;
  const std::string beyond = fmt::format("{} ({})", count_text(rural_beyond),
                                         share_text(rural_beyond, headline.total.rural));
  const std::string gained = count_text(change.newly_covered.rural);
  const std::string heading = "## In one sentence\n\n";
  if (change.lost.rural > 0) {
    return heading + fmt::format(
                         "{}, **{} rural women come within {} minutes** of help and **{} no longer "
                         "are**; **{} are not**.\n\n",
                         sets, gained, limit, count_text(change.lost.rural), beyond);
  }
  return heading + fmt::format(
                       "{}, **{} more rural women are within {} minutes** of help, and **{} still "
                       "are not**.\n\n",
                       sets, gained, limit, beyond);
}

std::string limits_table(const Headline& headline, const char* who, Persons Women::*part) {
  std::string out = fmt::format("| {} within … | centres |", who);
  std::string rule = "|---|---:|";
  for (const double limit : headline.limits_min) {
    out += fmt::format(" {} min |", limit_text(limit));
    rule += "---:|";
  }
  out += "\n" + rule + "\n";
  for (const SetHeadline& set : headline.sets) {
    out += fmt::format("| {} | {} |", markdown_text(set.name), set.n_centres);
    for (const Women women : set.within) {
      out += fmt::format(" {} ({}) |", count_text(women.*part),
                         share_text(women.*part, headline.total.*part));
    }
    out += "\n";
  }
  return out + "\n";
}

std::string changes_table(const Headline& headline) {
  if (headline.sets.size() < 2) return "";
  std::string out =
      "| rural women, by limit | newly covered | covered before and after | lost | still beyond |\n"
      "|---|---:|---:|---:|---:|\n";
  for (std::size_t i = 0; i < headline.change.size(); ++i) {
    const LimitChange& change = headline.change[i];
    out += fmt::format("| {} min | {} | {} | {} | {} |\n", limit_text(headline.limits_min[i]),
                       count_text(change.newly_covered.rural),
                       count_text(change.covered_in_both.rural), count_text(change.lost.rural),
                       count_text(change.still_beyond.rural));
  }
  return out + "\n";
}

std::string ledger_table(const Headline& headline) {
  std::string out =
      "## Everyone, once\n\n| all women | reached | beyond the largest limit | no service | cut "
      "off | "
      "off the network | total |\n|---|---:|---:|---:|---:|---:|---:|\n";
  for (const SetHeadline& set : headline.sets) {
    const ReachLedger& ledger = set.ledger;
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", markdown_text(set.name),
                       count_text(ledger.reached.all), count_text(ledger.beyond.all),
                       count_text(ledger.no_service.all), count_text(ledger.cut_off.all),
                       count_text(ledger.off_network.all), count_text(ledger.total().all));
  }
  return out + "\n";
}

std::string variants_table(const RunSummary& summary) {
  std::string out =
      fmt::format("## Under other assumptions\n\nRural women within {} minutes.\n\n| assumption |",
                  limit_text(summary.study.scenario.max_minutes));
  std::string rule = "|---|";
  for (const SetHeadline& set : summary.headline.sets) {
    out += " " + markdown_text(set.name) + " |";
    rule += "---:|";
  }
  out += " newly covered | beyond |\n" + rule + "---:|---:|\n";
  const auto row = [&](const std::string& title, const Headline& headline) {
    out += "| " + markdown_text(title) + " |";
    for (const SetHeadline& set : headline.sets) {
      const Women women = set.within[headline.limit_index];
      out += fmt::format(" {} ({}) |", count_text(women.rural),
                         share_text(women.rural, headline.total.rural));
    }
    const LimitChange& change = headline.change_at_limit();
    out += fmt::format(" {} | {} |\n", count_text(change.newly_covered.rural),
                       count_text(headline.beyond_limit().rural));
  };
  row("The headline", summary.headline);
  for (const Variant& variant : summary.variants) row(variant.title, variant.headline);
  return out + "\n";
}

std::string borders(const Headline& headline) {
  std::string out;
  for (const SetHeadline& set : headline.sets) {
    out += fmt::format("- {}: {} women go to a centre in another district.\n",
                       markdown_text(set.name), count_text(set.across_border.all));
  }
  return out + "\n";
}

std::string worst_table(const RunSummary& summary) {
  if (summary.worst.empty()) return "";
  const Dataset& data = summary.study.dataset;
  std::string out = fmt::format(
      "## Worst off with '{}'\n\n| block | district | women | half of them need at least | women "
      "beyond "
      "{} min |\n|---|---|---:|---:|---:|\n",
      markdown_text(summary.headline.sets.back().name),
      limit_text(summary.study.scenario.max_minutes));
  for (const WorstArea& worst : summary.worst) {
    out += fmt::format("| {} | {} | {} | {} | {} |\n",
                       markdown_text(data.blocks.areas[worst.area].name),
                       markdown_text(district_of_block(data, worst.area)), count_text(worst.women),
                       worst.half_min ? fmt::format("{:.0f} min", *worst.half_min) : "no way",
                       count_text(worst.beyond));
  }
  return out + "\n";
}

std::string equity_table(const CoverageResult& coverage) {
  std::string out =
      "## How unequal\n\n| set | median min | nine of ten within | Gini of travel time | worst-off "
      "tenth: mean min |\n|---|---:|---:|---:|---:|\n";
  const auto number = [](std::optional<double> value, int decimals) {
    return value ? fmt::format("{:.{}f}", *value, decimals) : std::string("–");
  };
  for (const SetCoverage& set : coverage.sets) {
    const auto& worst = set.equity.worst_tenth;
    out += fmt::format("| {} | {} | {} | {} | {} |\n", markdown_text(set.name),
                       number(set.all.times.median_min, 0), number(set.all.times.p90_min, 0),
                       number(set.equity.gini, 3),
                       number(worst ? std::optional(worst->mean) : std::nullopt, 0));
  }
  return out + "\n";
}

std::string remarks(const RunSummary& summary) {
  std::string out = "## What to know\n\n" + borders(summary.headline);
  const auto& centres = summary.study.dataset.centres.centres;
  for (const CentreIdx at : indices(centres)) {
    const Centre& centre = centres[at];
    if (!centre.note.empty()) {
      out += fmt::format("- {} ({}): {}\n", markdown_text(centre.name), markdown_text(centre.id),
                         markdown_text(centre.note));
    }
    if (!summary.checks[at].ok()) {
      out += fmt::format("- {} ({}), self-check: {}\n", markdown_text(centre.name),
                         markdown_text(centre.id), summary.checks[at].finding);
    }
  }
  for (const std::string& source : summary.study.dataset.words.attribution) {
    out += "- Data: " + markdown_text(source) + "\n";
  }
  return out;
}

}  // namespace

std::string summary_markdown(const RunSummary& summary) {
  const Headline& headline = summary.headline;
  const auto simulated = [&](auto text) {
    return summary.simulation ? text(SimulatedStudy{summary.study, *summary.simulation}) : "";
  };
  return opening(summary) + simulated(simulation_opening) + answer(summary) +
         "## Women within reach\n\n" + limits_table(headline, "rural women", &Women::rural) +
         limits_table(headline, "all women", &Women::all) + changes_table(headline) +
         variants_table(summary) + worst_table(summary) + simulated(simulation_details) +
         equity_table(summary.coverage) + ledger_table(headline) + remarks(summary);
}

}  // namespace pahunch
