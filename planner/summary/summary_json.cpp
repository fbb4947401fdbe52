#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "geo/io/style.h"
#include "planner/isochrone/isochrones_json.h"
#include "planner/json_text.h"
#include "planner/simulation/simulation_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json women_json(Women women) { return {{"women", women.all}, {"rural_women", women.rural}}; }

Json times_json(const TimeStats& times) {
  return {{"women", times.women},
          {"mean_min", json_number(times.mean_min, 3)},
          {"median_min", json_number(times.median_min, 3)},
          {"p90_min", json_number(times.p90_min, 3)},
          {"max_min", json_number(times.max_min, 3)}};
}

Json ledger_json(const ReachLedger& ledger) {
  return {{"reached", women_json(ledger.reached)},         {"beyond", women_json(ledger.beyond)},
          {"no_service", women_json(ledger.no_service)},   {"cut_off", women_json(ledger.cut_off)},
          {"off_network", women_json(ledger.off_network)}, {"total", women_json(ledger.total())}};
}

Json set_json(const SetHeadline& set, const std::vector<double>& limits_min) {
  Json within = Json::array();
  for (std::size_t i = 0; i < set.within.size(); ++i) {
    Json entry = {{"minutes", limits_min[i]}};
    entry.update(women_json(set.within[i]));
    within.push_back(std::move(entry));
  }
  Json bands = Json::array();
  const auto labels = make_band_classes(limits_min);
  const auto counts = count_bands(set);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    Json entry = {{"band", labels[i].label}};
    entry.update(women_json(counts[i]));
    bands.push_back(std::move(entry));
  }
  return {{"name", set.name},
          {"centres", set.n_centres},
          {"within", std::move(within)},
          {"bands", std::move(bands)},
          {"ledger", ledger_json(set.ledger)},
          {"times", times_json(set.times)},
          {"across_border", women_json(set.across_border)}};
}

Json headline_json(const Headline& headline) {
  Json sets = Json::array();
  for (const SetHeadline& set : headline.sets) sets.push_back(set_json(set, headline.limits_min));
  Json changes = Json::array();
  for (std::size_t i = 0; i < headline.change.size(); ++i) {
    const LimitChange& change = headline.change[i];
    changes.push_back({{"minutes", headline.limits_min[i]},
                       {"covered_in_both", women_json(change.covered_in_both)},
                       {"newly_covered", women_json(change.newly_covered)},
                       {"lost", women_json(change.lost)},
                       {"still_beyond", women_json(change.still_beyond)}});
  }
  return {{"total", women_json(headline.total)},
          {"sets", std::move(sets)},
          {"change", std::move(changes)}};
}

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
