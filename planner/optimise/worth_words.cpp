#include "planner/optimise/worth_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

/// "7 of 10"
std::string shaken_words(const InputWorth& worth) {
  return fmt::format("{} of {}", worth.n_shaken, worth.n_worlds);
}

std::string headline(const SitingResult& result) {
  const WorthKnowing& found = *result.worth;
  if (found.inputs.empty() || found.inputs.front().input.kind != InputKind::kUnknown) return "";
  const InputWorth& first = found.inputs.front();
  if (first.n_shaken == 0) {
    return fmt::format(
        "In no world do the chosen sites lose more than {}% {}: to know one of the inputs better "
        "would change little",
        100 * found.share, share_base_words(result));
  }
  return fmt::format(
      "Most worth knowing: {}. In {} worlds the chosen sites lose more than {}% {}, {} on the mean",
      first.input.title, shaken_words(first), 100 * found.share, share_base_words(result),
      value_words(result, first.mean_loss));
}

std::string row(const SitingResult& result, const InputWorth& worth) {
  return fmt::format("| {} | {} | {:.1f} | {} | {:.2f}% | {} |\n", markdown_text(worth.input.title),
                     shaken_words(worth), worth.mean_exchanged,
                     value_words(result, worth.mean_loss), 100 * worth.mean_loss_share,
                     value_words(result, worth.most_loss));
}

std::string caveats(const WorthKnowing& found) {
  std::size_t n_unproven = 0, n_impossible = 0;
  for (const InputWorth& worth : found.inputs) {
    n_unproven += worth.n_unproven;
    n_impossible += worth.n_impossible;
  }
  std::string out;
  if (n_unproven > 0) {
    out += fmt::format(
        "In {} worlds the best was not proven in the time: losses there may be larger. ",
        n_unproven);
  }
  if (n_impossible > 0) {
    out += fmt::format(
        "In {} worlds the chosen sites leave somebody unreached whom others reach; these count as "
        "shaken, and in no mean. ",
        n_impossible);
  }
  if (!found.is_complete) out += "It was stopped: inputs that are not listed were not tried. ";
  return out.empty() ? out : out + "\n\n";
}

/// Those of one kind; "" where there are none.
std::string table_of(const SitingResult& result, const std::string& heading,
                     std::initializer_list<InputKind> kinds) {
  const WorthKnowing& found = *result.worth;
  std::string rows;
  for (const InputWorth& worth : found.inputs) {
    if (std::ranges::find(kinds, worth.input.kind) != kinds.end()) rows += row(result, worth);
  }
  if (rows.empty()) return "";
  return fmt::format(
             "| {} | worlds: chosen sites lose over {}% {} | sites exchanged, mean | "
             "lost, mean | {} | lost, most |\n|---|---:|---:|---:|---:|---:|\n",
             heading, 100 * found.share, share_base_words(result), share_base_words(result)) +
         rows + "\n";
}

}  // namespace

std::string worth_markdown(const SitingResult& result) {
  const std::string first = headline(result);
  std::string out =
      "## What would be worth knowing\n\nEach input that is not known was moved over its range, "
      "the others staying, and the best sites were found anew. What is lost is against the best "
      "of each world, and is the most that knowing the input is worth.\n\n";
  if (!first.empty()) out += fmt::format("**{}.**\n\n", markdown_text(first));
  out += table_of(result, "not known", {InputKind::kUnknown, InputKind::kTogether});
  out += table_of(result, "asked in another way", {InputKind::kReading});
  return out + caveats(*result.worth) +
         "Worlds lie evenly over a range; they are few, and their means are no forecast. Which "
         "places will be announced is not among them: see the official rule. As a table, with "
         "what each range rests on: `worth_knowing.csv`.\n\n";
}

std::string worth_text(const SitingResult& result) {
  const std::string words = headline(result);
  return words.empty() ? words : words + "\n";
}

Json worth_json(const SitingResult& result) {
  Json inputs = Json::array();
  for (const InputWorth& worth : result.worth->inputs) {
    inputs.push_back({{"input", worth.input.name},
                      {"kind", to_string(worth.input.kind)},
                      {"title", worth.input.title},
                      {"source", worth.input.source},
                      {"worlds", worth.n_worlds},
                      {"shaken", worth.n_shaken},
                      {"unproven", worth.n_unproven},
                      {"impossible", worth.n_impossible},
                      {"mean_exchanged", json_number(worth.mean_exchanged, 2)},
                      {"mean_loss", json_number(in_objective_unit(result, worth.mean_loss), 2)},
                      {"most_loss", json_number(in_objective_unit(result, worth.most_loss), 2)},
                      {"mean_loss_share", json_number(worth.mean_loss_share, 6)}});
  }
  return {{"beyond_share", result.worth->share},
          {"complete", result.worth->is_complete},
          {"inputs", std::move(inputs)}};
}

Table make_worth_table(const SitingResult& result) {
  const WorthKnowing& found = *result.worth;
  const Dataset& dataset = result.study.dataset;
  const std::string base = share_base_words(result);
  TableSpec<const InputWorth*> spec;
  const auto add_text = [&](const char* name, const char* meaning, auto member) {
    spec.add(text_column(name, meaning),
             [member](const InputWorth* worth) { return Cell(worth->input.*member); });
  };
  const auto add_count = [&](const char* name, const char* unit, const std::string& meaning,
                             auto member) {
    spec.add(integer_column(name, unit, meaning), [member](const InputWorth* worth) {
      return count_cell(static_cast<std::int64_t>(worth->*member));
    });
  };
  const auto add_value = [&](const char* name, const char* meaning, auto member) {
    spec.add(real_column(name, objective_unit(result), meaning),
             [&result, member](const InputWorth* worth) {
               return Cell(in_objective_unit(result, worth->*member));
             });
  };
  add_text("input", "what is not known", &UncertainSitingInput::name);
  spec.add(text_column("kind", "unknown; several together; another reading of the question"),
           [](const InputWorth* worth) { return Cell(std::string(to_string(worth->input.kind))); });
  add_text("title", "in words", &UncertainSitingInput::title);
  add_text("source", "of its range", &UncertainSitingInput::source);
  add_count("worlds", "worlds", "in which the best sites were found anew", &InputWorth::n_worlds);
  add_count("shaken", "worlds",
            "in which the chosen sites lose more " + base + " than near-best plans may",
            &InputWorth::n_shaken);
  add_count("unproven", "worlds", "whose best is not proven", &InputWorth::n_unproven);
  add_count("impossible", "worlds", "in which the chosen sites do not reach all they must",
            &InputWorth::n_impossible);
  spec.add(real_column("mean_exchanged", "sites", "chosen ones that are not among the best"),
           [](const InputWorth* worth) { return Cell(worth->mean_exchanged); });
  add_value("mean_loss", "against the best of each world", &InputWorth::mean_loss);
  add_value("most_loss", "in the worst of its worlds", &InputWorth::most_loss);
  spec.add(real_column("mean_loss_pct", "%", base + " of each world"),
           [](const InputWorth* worth) { return Cell(100 * worth->mean_loss_share); });
  spec.add(modelled_column(dataset),
           [&dataset](const InputWorth*) { return modelled_cell(dataset); });
  std::vector<const InputWorth*> rows;
  for (const InputWorth& worth : found.inputs) rows.push_back(&worth);
  return spec.make("worth_knowing", rows);
}

}  // namespace pahunch
