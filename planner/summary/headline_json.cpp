#include "planner/summary/headline_json.h"

#include "geo/io/style.h"
#include "planner/json_text.h"

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

}  // namespace

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

}  // namespace pahunch
