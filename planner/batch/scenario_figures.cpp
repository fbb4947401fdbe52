#include "planner/batch/scenario_figures.h"

#include <cmath>

#include "planner/json_text.h"
#include "planner/records/store_error.h"
#include "planner/summary/headline_json.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDrawDecimals = 3;

Women read_women(const Json& json) { return {json.at("women"), json.at("rural_women")}; }

std::optional<double> read_optional(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

SimulatedFigures read_simulated(const Json& json) {
  SimulatedFigures simulated;
  simulated.n_years = json.at("years");
  for (std::size_t i = 0; i < kNSimulatedFigures; ++i) {
    const std::string name(to_string(static_cast<SimulatedFigure>(i)));
    simulated.by_draw[i] = json.at("by_draw").at(name).get<std::vector<double>>();
  }
  const Json& more = json.at("more_served");
  simulated.more_served = more.at("value");
  simulated.more_served_low = read_optional(more.at("low"));
  simulated.more_served_high = read_optional(more.at("high"));
  return simulated;
}

void read_last_set(const Json& set, ScenarioFigures& figures) {
  figures.n_centres = set.at("centres");
  for (const Json& entry : set.at("within")) {
    figures.within.push_back({entry.at("minutes"), read_women(entry)});
  }
  const Json& ledger = set.at("ledger");
  figures.reached = read_women(ledger.at("reached"));
  figures.beyond = read_women(ledger.at("beyond"));
  figures.no_service = read_women(ledger.at("no_service"));
  figures.cut_off = read_women(ledger.at("cut_off"));
  figures.off_network = read_women(ledger.at("off_network"));
  const Json& times = set.at("times");
  figures.mean_min = read_optional(times.at("mean_min"));
  figures.median_min = read_optional(times.at("median_min"));
  figures.p90_min = read_optional(times.at("p90_min"));
}

ScenarioFigures read_json(const Json& json) {
  ScenarioFigures figures;
  const Json& headline = json.at("headline");
  figures.limit_min = json.at("limit_min");
  figures.total = read_women(headline.at("total"));
  read_last_set(headline.at("sets").back(), figures);
  for (const Json& change : headline.at("change")) {
    if (change.at("minutes") != figures.limit_min) continue;
    figures.newly_covered = read_women(change.at("newly_covered"));
    figures.lost = read_women(change.at("lost"));
  }
  figures.no_simulation = json.value("no_simulation", "");
  if (json.contains("simulation")) figures.simulated = read_simulated(json.at("simulation"));
  return figures;
}

}  // namespace

std::string_view to_string(SimulatedFigure figure) {
  constexpr std::array<std::string_view, kNSimulatedFigures> kNames = {
      "underserved", "served", "turned_away", "cut_off", "registered", "disposed"};
  return kNames[static_cast<std::size_t>(figure)];
}

std::optional<Women> ScenarioFigures::within_minutes(double minutes) const {
  for (const CoveredWomen& covered : within) {
    if (covered.minutes == minutes) return covered.women;
  }
  return std::nullopt;
}

Json figures_json(const Headline& headline) {
  return {{"limit_min", headline.limits_min[headline.limit_index]},
          {"headline", headline_json(headline)}};
}

Json simulated_json(const SimulatedFigures& simulated) {
  Json by_draw = Json::object();
  for (std::size_t i = 0; i < kNSimulatedFigures; ++i) {
    Json& values = by_draw[std::string(to_string(static_cast<SimulatedFigure>(i)))] = Json::array();
    for (const double value : simulated.by_draw[i]) {
      values.push_back(json_number(value, kDrawDecimals));
    }
  }
  return {{"years", simulated.n_years},
          {"by_draw", std::move(by_draw)},
          {"more_served",
           {{"value", json_number(simulated.more_served, kDrawDecimals)},
            {"low", json_number(simulated.more_served_low, kDrawDecimals)},
            {"high", json_number(simulated.more_served_high, kDrawDecimals)}}}};
}

ScenarioFigures read_figures(const std::string& json) {
  try {
    return read_json(Json::parse(json));
  } catch (const nlohmann::json::exception& error) {
    throw StoreError(
        {.what = std::string("kept figures of a scenario cannot be read: ") + error.what(),
         .hint = "remove the folder of kept scenarios, and run the command again"});
  }
}

}  // namespace pahunch
