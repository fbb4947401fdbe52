#include <fmt/format.h>

#include "geo/io/style.h"
#include "planner/tables/place_columns.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using SettlementSpec = TableSpec<SettlementIdx>;

void add_identity(SettlementSpec& spec, const RunResult& result) {
  const Dataset& data = result.study.dataset;
  const auto& items = data.settlements.settlements;
  const auto add_text = [&](const char* name, const char* meaning, InGeoJson shown, auto text) {
    spec.add(text_column(name, meaning, shown),
             [&items, text](SettlementIdx at) { return Cell(text(items[at])); });
  };
  add_text("id", "of the settlement in the dataset", InGeoJson::kYes,
           [](const Settlement& s) { return s.id; });
  add_text("name", "of the settlement", InGeoJson::kYes,
           [](const Settlement& s) { return s.name; });
  add_text("district", "in which it lies", InGeoJson::kYes,
           [&data](const Settlement& s) { return area_name(data.districts, s.district); });
  add_text("subdivision", "in which it lies", InGeoJson::kNo,
           [&data](const Settlement& s) { return area_name(data.subdivisions, s.subdivision); });
  add_text("block", "in which it lies", InGeoJson::kNo,
           [&data](const Settlement& s) { return area_name(data.blocks, s.block); });
}

void add_women(SettlementSpec& spec, const RunResult& result) {
  const auto& women = result.coverage.women;
  spec.add(integer_column("women", "women", "counted in this run", InGeoJson::kYes),
           [&women](SettlementIdx at) { return count_cell(women[at].all); });
  spec.add(integer_column("rural_women", "women", "of these, rural"),
           [&women](SettlementIdx at) { return count_cell(women[at].rural); });
}

/// Where she goes under one set, and when she is there.
void add_reach(SettlementSpec& spec, const RunResult& result, const SetCoverage& set,
               InGeoJson shown) {
  const auto& centres = result.study.dataset.centres.centres;
  const auto labels = make_band_labels(result.coverage.bands.limits_min());
  const Bands& bands = result.coverage.bands;
  const auto& reach = set.reach;
  spec.add(real_column("min_" + set.name, "min", "travel time; empty: no way", shown),
           [&reach](SettlementIdx at) { return minutes_cell(reach[at].time); });
  spec.add(
      text_column("band_" + set.name, "of the travel time, limits inclusive", shown),
      [&reach, &bands, labels](SettlementIdx at) {
        const TravelTime time = reach[at].time;
        return Cell(time.reachable() ? labels[bands.band_of(time)] : std::string(kUnreachableBand));
      });
  spec.add(text_column("status_" + set.name,
                       "reached, beyond (the largest limit), no-service, cut-off, off-network"),
           [&reach](SettlementIdx at) { return Cell(std::string(to_string(reach[at].status))); });
  spec.add(text_column("centre_" + set.name, "id of the centre she goes to"),
           [&reach, &centres](SettlementIdx at) {
             const CentreIdx centre = reach[at].centre;
             return centre.valid() ? Cell(centres[centre].id) : Cell();
           });
}

/// What depends on where the centre is, beyond the minutes of the whole trip, is not told in public
/// results: with her own end known, the road would tell the other.
void add_legs(SettlementSpec& spec, const SetCoverage& set, bool is_public) {
  const auto& legs = set.legs;
  const auto add_part = [&](const char* name, const char* unit, const std::string& meaning,
                            auto part) {
    spec.add(real_column(fmt::format("{}_{}", name, set.name), unit, meaning),
             [&legs, part](SettlementIdx at) {
               return legs[at].total.reachable() ? Cell(part(legs[at])) : Cell();
             });
  };
  add_part("wait_min", "min", "of it, waiting", [](const Legs& l) { return l.waiting.minutes(); });
  add_part("access_min", "min", "of it, off the road at her end",
           [](const Legs& l) { return l.access.minutes(); });
  const auto add_private = [&](const char* name, const char* unit, const std::string& meaning,
                               auto part) {
    add_part(name, unit, meaning + (is_public ? "; not told in public results" : ""),
             [part, is_public](const Legs& l) { return is_public ? Cell() : Cell(part(l)); });
  };
  add_private("road_min", "min", "of it, on the road",
              [](const Legs& l) { return l.road.minutes(); });
  add_private("egress_min", "min", "of it, off the road at the centre's end",
              [](const Legs& l) { return l.egress.minutes(); });
  add_part("access_m", "m", "straight line from her to the road",
           [](const Legs& l) { return l.access_m; });
  add_private("road_km", "km", "length on the road", [](const Legs& l) { return l.road_m / 1000; });
  spec.add(text_column("mode_" + set.name, "main: by the profile; fallback: by the slower one"),
           [&legs](SettlementIdx at) {
             if (!legs[at].total.reachable()) return Cell();
             return Cell(std::string(legs[at].mode == Mode::kMain ? "main" : "fallback"));
           });
}

void add_access(SettlementSpec& spec, const SetCoverage& set) {
  const auto& scores = set.access.enhanced_gauss;
  Column column = real_column("e2sfca_" + set.name, "centres per 100000 women",
                              "accessibility, E2SFCA with a Gaussian to the largest limit");
  column.decimals = 4;
  spec.add(std::move(column), [&scores](SettlementIdx at) { return Cell(scores[at]); });
}

/// Of a set over the first; the last set's columns have no suffix.
void add_gain(SettlementSpec& spec, const RunResult& result, std::size_t set) {
  const auto& sets = result.coverage.sets;
  const bool last = set + 1 == sets.size();
  const std::string suffix = last ? "" : "_" + sets[set].name;
  const InGeoJson shown = last ? InGeoJson::kYes : InGeoJson::kNo;
  const auto& before = sets.front().reach;
  const auto& after = sets[set].reach;
  spec.add(real_column("gain_min" + suffix, "min",
                       fmt::format("saved under '{}' against '{}'; empty unless both have a time",
                                   sets[set].name, sets.front().name),
                       shown),
           [&before, &after](SettlementIdx at) {
             const auto saved_ms = find_saved_ms(before[at], after[at]);
             return saved_ms ? Cell(static_cast<double>(*saved_ms) / 60000.0) : Cell();
           });
  const TravelTime limit = result.coverage.limit;
  spec.add(integer_column("newly_covered" + suffix, "",
                          fmt::format("1: within {} min under '{}' but not under '{}'",
                                      limit_text(result.study.scenario.max_minutes), sets[set].name,
                                      sets.front().name),
                          shown),
           [&before, &after, limit](SettlementIdx at) {
             return flag_cell(is_covered(after[at], limit) && !is_covered(before[at], limit));
           });
}

}  // namespace

Table make_settlements_table(const RunResult& result) {
  const auto& sets = result.coverage.sets;
  const auto& dataset = result.study.dataset;
  SettlementSpec spec;
  add_identity(spec, result);
  add_women(spec, result);
  add_place(spec, result.study.places, result.study.projection);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const bool shown = i == 0 || i + 1 == sets.size();
    add_reach(spec, result, sets[i], shown ? InGeoJson::kYes : InGeoJson::kNo);
    add_legs(spec, sets[i], result.study.scenario.privacy.is_public);
    add_access(spec, sets[i]);
  }
  for (std::size_t i = 1; i < sets.size(); ++i) add_gain(spec, result, i);
  spec.add(modelled_column(dataset), [&dataset](SettlementIdx) { return modelled_cell(dataset); });

  std::vector<SettlementIdx> rows;
  for (const SettlementIdx at : indices(dataset.settlements.settlements)) rows.push_back(at);
  Table table = spec.make("settlements", rows);
  table.geometry_type = GeometryType::kPoint;
  table.geometry.assign(result.study.places.begin(), result.study.places.end());
  return table;
}

}  // namespace pahunch
