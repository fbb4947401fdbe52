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

constexpr double kMsPerMinute = 60'000;

NameIndex settlement_names(const SitingResult& result) {
  NameIndex names;
  for (const SettlementIdx at : result.made.settlement_of) {
    names.add(result.study.dataset.settlements.settlements[at].id);
  }
  return names;
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
                               .cost_factor = kMsPerMinute};
  nlohmann::ordered_json json = report.json();
  json["counted"] = demand_words(result);
  const double unit = result.made.problem.unit;
  const auto in_units = [&](Persons weight) -> nlohmann::ordered_json {
    if (unit == 1) return weight;
    return static_cast<double>(weight) / unit;
  };
  json["counted_in_all"] = in_units(result.counted_in_all());
  json["unreached"] = in_units(result.made.unreached);
  if (result.objective.has_capacities()) json["room"] = room_json(result);
  json["asked"] = objective_words(result);
  json["unit"] = objective_unit(result);
  json["in_words"] = objective_words(result) + ": " + value_words(result, result.answer.objective);
  if (result.alternatives) {
    json["as_good"] = {{"others", result.alternatives->others.size()},
                       {"complete", result.alternatives->is_complete}};
  }
  if (result.phasing) {
    json["opening_order"] = nlohmann::ordered_json::array();
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
