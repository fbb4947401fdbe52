#include "planner/optimise/siting_front.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/optimise/siting_result.h"
#include "planner/optimise/siting_tables.h"
#include "planner/summary/run_summary.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

constexpr double kMsInMinute = 60'000;
constexpr double kSmallLoss = 0.01;  ///< of the most covered: what a committee may think cheap

std::string women(double count) { return count_text(static_cast<Persons>(std::llround(count))); }

double lost_share(const ParetoFront& front, const ParetoPoint& point) {
  const double most = front.points.front().covered;
  return most == 0 ? 0 : (most - point.covered) / most;
}

/// The last point that loses little, or else the one that loses least.
const ParetoPoint* cheap_point(const ParetoFront& front) {
  const ParetoPoint* found = nullptr;
  for (std::size_t i = 1; i < front.points.size(); ++i) {
    if (i > 1 && lost_share(front, front.points[i]) > kSmallLoss) break;
    found = &front.points[i];
  }
  return found;
}

/// "0.84% fewer rural women within the limit (228,212 of them) buy a mean time to the nearest of
/// 56.98 minutes instead of 58.84 minutes"
std::string bargain(const SitingResult& result, const ParetoPoint& point) {
  const SitingFront& of = *result.front;
  const ParetoPoint& most = of.front.points.front();
  return fmt::format("{:.2f}% fewer {} within the limit ({} of them) buy a {} of {} instead of {}",
                     100 * lost_share(of.front, point), counted_words(result.counted),
                     women(most.covered - point.covered), second_meaning(of),
                     second_words(of, point.second), second_words(of, most.second));
}

std::string bargains(const SitingResult& result) {
  const ParetoFront& front = result.front->front;
  const ParetoPoint* cheap = cheap_point(front);
  if (cheap == nullptr) return "The choice that covers most is the best in both respects.";
  std::string words = bargain(result, *cheap) + ".";
  if (cheap != &front.points.back()) words += " " + bargain(result, front.points.back()) + ".";
  return words;
}

std::string proof_of(const ParetoFront& front, const ParetoPoint& point) {
  if (point.gap() == 0) return "proven";
  return fmt::format("at most {} more{}", women(point.gap()), front.was_stopped ? ", stopped" : "");
}

}  // namespace

std::optional<CriterionKind> find_criterion(const std::string& word) {
  if (word == "mean") return CriterionKind::kMean;
  if (word == "worst-district") return CriterionKind::kWorstArea;
  if (word == "longest") return CriterionKind::kLongest;
  return std::nullopt;
}

double shown_second(const SitingFront& of, double second) {
  switch (of.kind) {
    case CriterionKind::kMean:
      return of.n_reached == 0 ? 0 : second / of.n_reached / kMsInMinute;
    case CriterionKind::kLongest:
      return second / kMsInMinute;
    default:
      return 100 * second;
  }
}

std::string second_words(const SitingFront& of, double second) {
  const double shown = shown_second(of, second);
  return of.kind == CriterionKind::kWorstArea ? fmt::format("{:.1f}%", shown)
                                              : fmt::format("{:.2f} minutes", shown);
}

std::string second_meaning(const SitingFront& of) {
  switch (of.kind) {
    case CriterionKind::kMean:
      return "mean time to the nearest";
    case CriterionKind::kLongest:
      return "longest time to the nearest";
    default:
      return "share of the worst-off district within the limit";
  }
}

std::string front_markdown(const SitingResult& result) {
  const SitingFront& of = *result.front;
  std::string out = fmt::format(
      "## What a second objective costs\n\n{}\n\n| point | {} within the limit | fewer than the "
      "most | {} | proof |\n"
      "|---:|---:|---:|---:|---|\n",
      bargains(result), counted_words(result.counted), second_meaning(of));
  for (std::size_t i = 0; i < of.front.points.size(); ++i) {
    const ParetoPoint& point = of.front.points[i];
    out += fmt::format("| {} | {} | {:.2f}% | {} | {} |\n", i + 1, women(point.covered),
                       100 * lost_share(of.front, point), second_words(of, point.second),
                       proof_of(of.front, point));
  }
  if (of.kind != CriterionKind::kWorstArea) {
    out += "\nA time needs a way: each choice here serves every place that any site can serve.\n";
  }
  const std::string dropped =
      of.front.n_dropped == 0
          ? ""
          : fmt::format(
                "Levels that gave a row that is there already, or one no better than "
                "another, are left out: {}. ",
                of.front.n_dropped);
  return out + fmt::format(
                   "\nOf each row nothing is better in both respects, as far as the proof goes: "
                   "it says how many women more could be covered by sites that keep to the row's "
                   "level. No choice is better than {} in the second respect. {}The sites of each "
                   "row: `pareto.csv`.\n\n",
                   second_words(of, of.front.second_bound), dropped);
}

std::string front_text(const SitingResult& result) {
  const SitingFront& of = *result.front;
  std::string out = fmt::format("{}\n{:>14} {:>10} {:>16}  proof\n", bargains(result), "women",
                                "fewer", "second");
  for (const ParetoPoint& point : of.front.points) {
    out += fmt::format("{:>14} {:>9.2f}% {:>16}  {}\n", women(point.covered),
                       100 * lost_share(of.front, point), second_words(of, point.second),
                       proof_of(of.front, point));
  }
  return out;
}

nlohmann::ordered_json front_json(const SitingResult& result) {
  constexpr int kDecimals = 6;
  const SitingFront& of = *result.front;
  nlohmann::ordered_json points = nlohmann::ordered_json::array();
  for (const ParetoPoint& point : of.front.points) {
    nlohmann::ordered_json sites = nlohmann::ordered_json::array();
    for (const SiteIdx at : point.sites) sites.push_back(result.centre(at).id);
    points.push_back({{"women", std::llround(point.covered)},
                      {"bound", std::llround(point.bound)},
                      {"second", json_number(shown_second(of, point.second), kDecimals)},
                      {"level", json_number(shown_second(of, point.level), kDecimals)},
                      {"sites", std::move(sites)}});
  }
  return {{"second", second_meaning(of)},
          {"unit", of.kind == CriterionKind::kWorstArea ? "%" : "min"},
          {"second_bound", json_number(shown_second(of, of.front.second_bound), kDecimals)},
          {"dropped", of.front.n_dropped},
          {"stopped", of.front.was_stopped},
          {"in_words", bargains(result)},
          {"points", std::move(points)}};
}

Table make_pareto_table(const SitingResult& result) {
  const SitingFront& of = *result.front;
  const Dataset& dataset = result.study.dataset;
  using Row = const ParetoPoint*;
  const std::string unit = of.kind == CriterionKind::kWorstArea ? "%" : "min";
  TableSpec<Row> spec;
  const auto add_count = [&](const char* name, const std::string& meaning, auto count) {
    spec.add(integer_column(name, "women", meaning),
             [count](Row point) { return count_cell(std::llround(count(*point))); });
  };
  add_count("women_within", counted_words(result.counted) + " within the limit",
            [](const ParetoPoint& point) { return point.covered; });
  add_count("bound", "no sites that keep to the level cover more",
            [](const ParetoPoint& point) { return point.bound; });
  spec.add(real_column("fewer_pct", "%", "fewer than with the sites that cover most"),
           [&of](Row point) { return Cell(100 * lost_share(of.front, *point)); });
  spec.add(real_column("second", unit, second_meaning(of)),
           [&of](Row point) { return Cell(shown_second(of, point->second)); });
  spec.add(real_column("level", unit, "that the second value was to keep to"),
           [&of](Row point) { return Cell(shown_second(of, point->level)); });
  spec.add(text_column("sites", "ids of the new sites"),
           [&result](Row point) { return Cell(new_site_ids(result, point->sites)); });
  spec.add(modelled_column(dataset), [&dataset](Row) { return modelled_cell(dataset); });
  std::vector<Row> rows;
  for (const ParetoPoint& point : of.front.points) rows.push_back(&point);
  return spec.make("pareto", rows);
}

}  // namespace pahunch
