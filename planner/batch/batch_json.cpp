#include <nlohmann/json.hpp>

#include "planner/batch/batch_report.h"
#include "planner/json_text.h"
#include "planner/simulation/spread_json.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json women_json(Women women) { return {{"women", women.all}, {"rural_women", women.rural}}; }

Json within_json(const ScenarioFigures& figures) {
  Json within = Json::array();
  for (const CoveredWomen& covered : figures.within) {
    Json entry = {{"minutes", covered.minutes}};
    entry.update(women_json(covered.women));
    within.push_back(std::move(entry));
  }
  return within;
}

Json simulation_json_of(const BatchResult& result, std::size_t at) {
  const SimulatedFigures& simulated = *result.outcome.scenarios[at].figures->simulated;
  Json json = {{"years", simulated.n_years}};
  for (std::size_t i = 0; i < kNSimulatedFigures; ++i) {
    const auto figure = static_cast<SimulatedFigure>(i);
    const auto change = compare_figure(result, at, figure);
    json[std::string(to_string(figure))] = {{"value", spread_json(spread_of(simulated.of(figure)))},
                                            {"less_base", change ? spread_json(*change) : Json()}};
  }
  json["more_served"] = {{"value", json_number(simulated.more_served, 1)},
                         {"low", json_number(simulated.more_served_low, 1)},
                         {"high", json_number(simulated.more_served_high, 1)}};
  return json;
}

Json figures_json_of(const BatchResult& result, std::size_t at) {
  const ScenarioFigures& figures = *result.outcome.scenarios[at].figures;
  const ScenarioFigures& base = result.base();
  const Women own = *figures.within_minutes(figures.limit_min);
  const Women before = *base.within_minutes(base.limit_min);
  Json json = {{"centres", figures.n_centres},
               {"limit_min", figures.limit_min},
               {"within_limit", women_json(own)},
               {"within_limit_less_base", women_json(own - before)},
               {"within", within_json(figures)},
               {"ledger",
                {{"reached", women_json(figures.reached)},
                 {"beyond", women_json(figures.beyond)},
                 {"no_service", women_json(figures.no_service)},
                 {"cut_off", women_json(figures.cut_off)},
                 {"off_network", women_json(figures.off_network)},
                 {"total", women_json(figures.total)}}},
               {"newly_within_limit", women_json(figures.newly_covered)},
               {"lost", women_json(figures.lost)},
               {"mean_min", json_number(figures.mean_min, 3)},
               {"median_min", json_number(figures.median_min, 3)},
               {"p90_min", json_number(figures.p90_min, 3)}};
  if (figures.simulated) json["simulation"] = simulation_json_of(result, at);
  if (!figures.no_simulation.empty()) json["no_simulation"] = figures.no_simulation;
  return json;
}

Json scenario_json(const BatchResult& result, std::size_t at) {
  const PlannedScenario& planned = result.plan[at];
  const ScenarioOutcome& outcome = result.outcome.scenarios[at];
  Json parameters = Json::object();
  for (const Parameter& one : planned.parameters) parameters[one.key] = result.shown_value(one);
  return {{"name", planned.name},
          {"origin", to_string(planned.origin)},
          {"status", outcome.figures ? "done" : "failed"},
          {"reason", result.shown_reason(outcome)},
          {"parameters", std::move(parameters)},
          {"key", outcome.key},
          {"run", outcome.run},
          {"figures", outcome.figures ? figures_json_of(result, at) : Json()}};
}

}  // namespace

std::string batch_json(const BatchResult& result) {
  Json scenarios = Json::array();
  for (std::size_t at = 0; at < result.plan.size(); ++at) {
    scenarios.push_back(scenario_json(result, at));
  }
  Json ranked = Json::array();
  for (const std::size_t at : rank_scenarios(result)) ranked.push_back(result.plan[at].name);
  return dump_json({{"format", 1},
                    {"name", result.name},
                    {"base", result.plan.front().name},
                    {"done", result.plan.size() - result.n_failed()},
                    {"failed", result.n_failed()},
                    {"scenarios", std::move(scenarios)},
                    {"by_rural_women_within_limit", std::move(ranked)},
                    {"modelled_layers", result.outcome.modelled_layers},
                    {"notice", result.outcome.words.notice}});
}

}  // namespace pahunch
