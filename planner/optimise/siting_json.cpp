#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/optimise/answer_report.h"
#include "planner/optimise/audit_words.h"
#include "planner/optimise/case_words.h"
#include "planner/optimise/flood_words.h"
#include "planner/optimise/room_words.h"
#include "planner/optimise/siting_markdown.h"
#include "planner/optimise/worth_words.h"
#include "planner/tables/run_tables.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kMsAMinute = 60'000;

NameIndex settlement_names(const SitingResult& result) {
  NameIndex names;
  for (const SettlementIdx at : result.made.settlement_of) {
    names.add(result.study.dataset.settlements.settlements[at].id);
  }
  return names;
}

/// Costs as they are told in words: the report knows the sum alone of what is a mean here.
void tell_costs(Json& json, const SitingResult& result) {
  if (!result.objective.is_maximum()) json["meaning"] = objective_words(result);
  if (objective_unit(result) != "min") return;
  constexpr int kDecimals = 6;
  const SitingAnswer& answer = result.answer;
  const auto minutes = [&](double value) {
    return std::isfinite(value) ? json_number(in_objective_unit(result, value), kDecimals) : Json();
  };
  json["objective"] = minutes(answer.objective);
  json["bound"] = minutes(answer.bound);
  json["gap"] = minutes(answer.gap);
  for (std::size_t at = 0; at < answer.values.size(); ++at) {
    json["values"][at]["marginal"] = minutes(answer.values[at].marginal);
  }
}

}  // namespace

std::string siting_json(const SitingResult& result) {
  const NameIndex places = settlement_names(result);
  const AnswerReport report = {.problem = result.made.problem,
                               .objective = result.objective,
                               .answer = result.answer,
                               .places = places,
                               .name = result.objective_name,
                               .factor = result.made.problem.unit,
                               .cost_factor = kMsAMinute};
  Json json = report.json();
  tell_costs(json, result);
  json["counted"] = demand_words(result);
  const double unit = result.made.problem.unit;
  const auto in_units = [&](Persons weight) -> Json {
    if (unit == 1) return weight;
    return static_cast<double>(weight) / unit;
  };
  json["counted_in_all"] = in_units(result.counted_in_all());
  json["unreached"] = in_units(result.made.unreached);
  if (result.objective.has_capacities()) json["room"] = room_json(result);
  json["asked"] = objective_words(result);
  json["unit"] = objective_unit(result);
  json["marginal_unit"] = marginal_unit(result);
  json["in_words"] = objective_words(result) + ": " + value_words(result, result.answer.objective);
  if (result.alternatives) {
    json["as_good"] = {{"others", result.alternatives->others.size()},
                       {"complete", result.alternatives->is_complete}};
  }
  if (result.phasing) {
    json["opening_order"] = Json::array();
    for (const PhasingStep& step : result.phasing->steps) {
      json["opening_order"].push_back(result.centre(step.site).id);
    }
    json["largest_gap_share"] = json_number(result.phasing->largest_gap_share, 6);
  }
  if (result.fairness) json["fairness"] = fair_json(result);
  if (result.front) json["pareto"] = front_json(result);
  if (result.floods) json["floods"] = flood_json(result);
  if (result.cases) json["worst_case"] = cases_json(result);
  if (result.worth) json["worth_knowing"] = worth_json(result);
  if (result.audit) json["audit"] = audit_json(result);
  json["notice"] = result.study.dataset.words.notice;
  return dump_json(json);
}

}  // namespace pahunch
