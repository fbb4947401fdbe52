#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "planner/isochrone/isochrones_json.h"
#include "planner/json_text.h"
#include "planner/simulation/simulation_text.h"
#include "planner/summary/headline_json.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json worst_json(const RunSummary& summary) {
  const Dataset& data = summary.study.dataset;
  Json worst = Json::array();
  for (const WorstArea& area : summary.worst) {
    const Area& block = data.blocks.areas[area.area];
    worst.push_back({{"id", block.id},
                     {"name", block.name},
                     {"district", district_of_block(data, area.area)},
                     {"women", area.women},
                     {"women_beyond", area.beyond},
                     {"half_min", json_number(area.half_min, 3)}});
  }
  return worst;
}

Json equity_json(const SetCoverage& set) {
  Json lorenz = Json::array();
  for (const LorenzPoint& point : set.equity.lorenz) {
    lorenz.push_back({json_number(point.population_frac, 6), json_number(point.value_frac, 6)});
  }
  const auto& worst = set.equity.worst_tenth;
  const auto& spots = set.hot_spots;
  return {{"set", set.name},
          {"gini", json_number(set.equity.gini, 6)},
          {"worst_tenth_share", worst ? json_number(worst->share_of_total, 6) : Json()},
          {"worst_tenth_mean_min", worst ? json_number(worst->mean, 3) : Json()},
          {"lorenz", std::move(lorenz)},
          {"moran_i", spots.moran ? json_number(spots.moran->i, 6) : Json()},
          {"moran_p", json_number(spots.moran_p, 6)}};
}

Json checks_json(const RunSummary& summary) {
  Json checks = Json::array();
  for (const CentreIdx at : indices(summary.checks)) {
    if (summary.checks[at].ok()) continue;
    checks.push_back({{"centre", summary.study.dataset.centres.centres[at].id},
                      {"finding", summary.checks[at].finding}});
  }
  return checks;
}

}  // namespace

std::string summary_json(const RunSummary& summary) {
  const Dataset& data = summary.study.dataset;
  Json json = {{"scenario", summary.study.scenario.name},
               {"title", data.words.title},
               {"population", population_words(summary.study)},
               {"basis", basis_words(summary.study)},
               {"limit_min", summary.study.scenario.max_minutes},
               {"headline", headline_json(summary.headline)}};
  Json variants = Json::array();
  for (const Variant& variant : summary.variants) {
    variants.push_back({{"key", variant.key},
                        {"title", variant.title},
                        {"headline", headline_json(variant.headline)}});
  }
  json["variants"] = std::move(variants);
  json["worst_blocks"] = worst_json(summary);
  json["equity"] = Json::array();
  for (const SetCoverage& set : summary.coverage.sets) json["equity"].push_back(equity_json(set));
  if (!summary.isochrones.empty()) json["isochrones"] = isochrones_json(summary.isochrones);
  if (summary.simulation) {
    json["simulation"] = simulation_json({summary.study, *summary.simulation});
  }
  json["centre_checks"] = checks_json(summary);
  json["modelled_layers"] = data.modelled_layers;
  json["notice"] = data.words.notice;
  return dump_json(json);
}

}  // namespace pahunch
