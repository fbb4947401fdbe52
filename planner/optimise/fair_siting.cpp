#include "planner/optimise/fair_siting.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/optimise/siting_result.h"
#include "planner/summary/run_summary.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

constexpr std::size_t kWorstShown = 10;
constexpr int kShareDecimals = 6;

std::string percent(double share) { return fmt::format("{:.1f}%", 100 * share); }

/// Those with women, the least covered with the answer first, then by name.
std::vector<std::size_t> areas_by_share(const FairSiting& fair) {
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < fair.asked.areas.size(); ++at) {
    if (fair.with_answer.weight[at] > 0) order.push_back(at);
  }
  const std::vector<double> shares = fair.with_answer.shares();
  std::ranges::sort(order, {}, [&](std::size_t at) {
    return std::make_pair(shares[at], fair.asked.areas[at].name);
  });
  return order;
}

std::string asked_words(const SitingResult& result) {
  const FairSiting& fair = *result.fairness;
  std::string words;
  if (fair.asked.least_share) {
    words =
        fmt::format("at least {} of the {} of each {} are within the limit",
                    percent(*fair.asked.least_share), counted_words(result.counted), fair.level);
  }
  if (fair.asked.most_gini) {
    words += fmt::format("{}the Gini coefficient of the shares is at most {}",
                         words.empty() ? "" : ", and ", *fair.asked.most_gini);
  }
  return words;
}

/// "That costs 1,234 rural women within the limit, 0.12% of what the best sites cover".
std::string price_words(const SitingResult& result) {
  const FairSiting& fair = *result.fairness;
  const double lost = fair.plain.objective - result.answer.objective;
  const double share = fair.plain.objective == 0 ? 0 : lost / fair.plain.objective;
  if (lost <= 0) return "That costs nothing: the best sites are as fair by themselves";
  return fmt::format("That costs {} {} within the limit, {:.2f}% of what the best sites cover",
                     value_words(result, lost), counted_words(result.counted), 100 * share);
}

std::string area_row(const FairSiting& fair, std::size_t at) {
  return fmt::format("| {} | {} | {} | {} | {} |\n", markdown_text(fair.asked.areas[at].name),
                     count_text(fair.with_answer.weight[at]),
                     percent(fair.with_locked.shares()[at]), percent(fair.with_plain.shares()[at]),
                     percent(fair.with_answer.shares()[at]));
}

}  // namespace

std::string fair_markdown(const SitingResult& result) {
  const FairSiting& fair = *result.fairness;
  std::string out = fmt::format(
      "## Fairness\n\nAsked: {}. {}.\n\n| | locked sites | best sites, fair or not | these sites "
      "|\n|---|---:|---:|---:|\n| least share of any {} | {} | {} | **{}** |\n| Gini coefficient "
      "of "
      "the shares | {:.4f} | {:.4f} | **{:.4f}** |\n| {} within the limit | {} | {} | **{}** "
      "|\n\n",
      asked_words(result), price_words(result), fair.level, percent(fair.with_locked.least_share()),
      percent(fair.with_plain.least_share()), percent(fair.with_answer.least_share()),
      fair.with_locked.gini(), fair.with_plain.gini(), fair.with_answer.gini(),
      counted_words(result.counted), value_words(result, result.answer.locked_objective),
      value_words(result, fair.plain.objective), value_words(result, result.answer.objective));
  const auto order = areas_by_share(fair);
  out += fmt::format(
      "Worst off with these sites:\n\n| {} | {} | locked | best | these |\n"
      "|---|---:|---:|---:|---:|\n",
      fair.level, counted_words(result.counted));
  for (std::size_t i = 0; i < std::min(kWorstShown, order.size()); ++i) {
    out += area_row(fair, order[i]);
  }
  return out +
         "\nThe Gini coefficient is 0 where each area has the same share. All areas: "
         "`fairness.csv`.\n\n";
}

std::string fair_text(const SitingResult& result) {
  const FairSiting& fair = *result.fairness;
  return fmt::format(
      "Fair: {}.\n{}. Least share of any {}: {} (best sites {}); Gini {:.4f} ({:.4f})\n",
      asked_words(result), price_words(result), fair.level, percent(fair.with_answer.least_share()),
      percent(fair.with_plain.least_share()), fair.with_answer.gini(), fair.with_plain.gini());
}

nlohmann::ordered_json fair_json(const SitingResult& result) {
  const FairSiting& fair = *result.fairness;
  const auto figures = [](const CoveredAreas& coverage) {
    return nlohmann::ordered_json{
        {"least_share", json_number(coverage.least_share(), kShareDecimals)},
        {"gini", json_number(coverage.gini(), kShareDecimals)}};
  };
  nlohmann::ordered_json json = {
      {"per", fair.level},
      {"least_share", fair.asked.least_share ? json_number(*fair.asked.least_share, kShareDecimals)
                                             : nlohmann::ordered_json()},
      {"most_gini", fair.asked.most_gini ? json_number(*fair.asked.most_gini, kShareDecimals)
                                         : nlohmann::ordered_json()},
      {"locked", figures(fair.with_locked)},
      {"best", figures(fair.with_plain)},
      {"chosen", figures(fair.with_answer)}};
  json["best"]["objective"] = static_cast<std::int64_t>(fair.plain.objective);
  json["best"]["status"] = to_word(fair.plain.status);
  return json;
}

Table make_fairness_table(const SitingResult& result) {
  const FairSiting& fair = *result.fairness;
  const Dataset& dataset = result.study.dataset;
  using Row = std::size_t;
  TableSpec<Row> spec;
  spec.add(text_column(fair.level, "its name"),
           [&fair](Row at) { return Cell(fair.asked.areas[at].name); });
  spec.add(integer_column("women", "women", counted_words(result.counted) + " who live there"),
           [&fair](Row at) { return count_cell(fair.with_answer.weight[at]); });
  const auto add_share = [&](const char* name, const char* meaning,
                             CoveredAreas FairSiting::*part) {
    spec.add(real_column(name, "%", meaning),
             [&fair, part](Row at) { return Cell(100 * (fair.*part).shares()[at]); });
  };
  add_share("locked_pct", "of them within the limit of a locked site", &FairSiting::with_locked);
  add_share("best_pct", "with the best sites, fair or not", &FairSiting::with_plain);
  add_share("chosen_pct", "with the chosen sites", &FairSiting::with_answer);
  spec.add(modelled_column(dataset), [&dataset](Row) { return modelled_cell(dataset); });
  return spec.make("fairness", areas_by_share(fair));
}

}  // namespace pahunch
