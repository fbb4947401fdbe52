#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/simulation/capacity_text.h"
#include "planner/simulation/conclusions.h"
#include "planner/simulation/model_checks_text.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/simulation/simulation_text.h"
#include "planner/simulation/spot_text.h"
#include "planner/simulation/spread_json.h"
#include "planner/simulation/threshold_sweep.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json set_json(const SimulatedStudy& simulated, std::size_t at) {
  const SetSimulation& set = simulated.report.sets[at];
  const WomenBySettlement women = women_of(simulated.study);
  Json standings = Json::object();
  for (std::size_t i = 0; i < kNStandings; ++i) {
    standings[std::string(to_string(static_cast<Standing>(i)))] = spread_json(spread_of(by_draw(
        simulated.report.result, at, [i](const SetResult& r) -> auto& { return r.rural[i]; })));
  }
  const auto cases = [&](RunningMoments SetResult::*part) {
    return spread_json(spread_of(by_draw(simulated.report.result, at,
                                         [part](const SetResult& r) -> auto& { return r.*part; })));
  };
  return {{"name", set.name},
          {"centres", set.n_centres},
          {"underserved_rural_women", spread_json(spread_of(set.underserved))},
          {"surely_underserved", count_rural(set.verdicts, Verdict::kUnderserved, women)},
          {"uncertain", count_rural(set.verdicts, Verdict::kUncertain, women)},
          {"surely_served", count_rural(set.verdicts, Verdict::kServed, women)},
          {"rural_women_by_standing", std::move(standings)},
          {"need", cases(&SetResult::need)},
          {"registered", cases(&SetResult::registered)},
          {"disposed_own", cases(&SetResult::disposed_own)},
          {"disposed_any", cases(&SetResult::disposed_any)}};
}

Json conclusions_json(const SimulatedStudy& simulated) {
  Json conclusions = Json::array();
  for (const Conclusion& one : find_conclusions(simulated)) {
    conclusions.push_back(
        {{"conclusion", one.words}, {"holds_in", one.n_holds}, {"draws", one.n_draws}});
  }
  return conclusions;
}

/// Of the last set; null where there is one set alone.
Json more_served_json(const SimulationReport& report) {
  if (report.sets.size() < 2) return nullptr;
  const Estimate gain = estimate_gain(report);
  const double times = variance_reduction(report.result, report.sets.size() - 1);
  return {{"value", json_number(gain.value, 1)},
          {"low", json_number(gain.low, 1)},
          {"high", json_number(gain.high, 1)},
          {"variance_reduction",
           std::isfinite(times) ? json_number(times, 2) : nlohmann::ordered_json()}};
}

}  // namespace

nlohmann::ordered_json simulation_json(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  Json sets = Json::array();
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    sets.push_back(set_json(simulated, set));
  }
  return {{"ending", to_string(report.ending)},
          {"years_asked", report.plan.size.n_years()},
          {"parameter_draws_asked", report.plan.size.n_draws},
          {"years", report.result.size.n_years()},
          {"parameter_draws", report.result.size.n_draws},
          {"parameters", report.parameters.size()},
          {"min_probability", simulated.study.scenario.simulation.min_probability},
          {"max_wait_days", simulated.study.scenario.simulation.max_wait_days},
          {"sets", std::move(sets)},
          {"more_served", more_served_json(report)},
          {"road_states", report.result.n_states},
          {"events", report.result.n_events},
          {"conclusions", conclusions_json(simulated)},
          {"thresholds", threshold_json(report.thresholds)},
          {"hot_spots", spot_json(simulated.study.dataset.blocks, report)},
          {"capacity", capacity_json(report.capacity)},
          {"checks", model_checks_json(report.checks)}};
}

}  // namespace pahunch
