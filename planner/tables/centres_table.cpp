#include <fmt/format.h>

#include <map>

#include "planner/privacy/generalise.h"
#include "planner/tables/place_columns.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using CentreSpec = TableSpec<CentreIdx>;

void add_identity(CentreSpec& spec, const RunResult& result) {
  const Dataset& data = result.study.dataset;
  const auto& items = data.centres.centres;
  const auto add_text = [&](const char* name, const char* meaning, InGeoJson shown, auto text) {
    spec.add(text_column(name, meaning, shown),
             [&items, text](CentreIdx at) { return Cell(std::string(text(items[at]))); });
  };
  add_text("id", "of the centre in the dataset", InGeoJson::kYes,
           [](const Centre& c) { return c.id; });
  add_text("name", "of the centre", InGeoJson::kYes, [](const Centre& c) { return c.name; });
  add_text("status", "existing, planned or candidate", InGeoJson::kYes,
           [](const Centre& c) { return to_string(c.status); });
  add_text("district", "in which it lies", InGeoJson::kYes,
           [&data](const Centre& c) { return area_name(data.districts, c.district); });
  add_text("provenance", "where its place is known from", InGeoJson::kYes,
           [](const Centre& c) { return c.provenance; });
  add_text("note", "what a reader must know of it", InGeoJson::kNo,
           [](const Centre& c) { return c.note; });
  spec.add(real_column("location_error_km", "km", "radius within which its place is known"),
           [&items](CentreIdx at) { return Cell(items[at].location_error_km); });
}

void add_check(CentreSpec& spec, const RunResult& result) {
  const CentreChecks& checks = result.checks;
  spec.add(real_column("snap_m", "m",
                       result.study.scenario.privacy.is_public
                           ? "straight line to the road; not told in public results"
                           : "straight line to the road; empty: no usable road near"),
           [&checks](CentreIdx at) { return real_cell(checks[at].snap_m); });
  spec.add(text_column("check", "ok, or what the self-check of the centre found", InGeoJson::kYes),
           [&checks](CentreIdx at) { return Cell(checks[at].finding); });
}

/// By centre, none where it is not open in the set.
using Catchments = std::map<CentreIdx, const CentreCatchment*>;

Catchments catchments_of(const SetCoverage& set) {
  Catchments catchments;
  for (const CentreCatchment& catchment : set.centres) catchments[catchment.centre] = &catchment;
  return catchments;
}

void add_counts(CentreSpec& spec, const SetCoverage& set, const std::string& limit,
                InGeoJson shown) {
  const Catchments catchments = catchments_of(set);
  spec.add(integer_column("open_" + set.name, "", "1: open in this set", shown),
           [catchments](CentreIdx at) { return flag_cell(catchments.contains(at)); });
  const auto add_count = [&](const char* name, const std::string& meaning, InGeoJson in_geojson,
                             Women CentreCatchment::*part) {
    spec.add(integer_column(fmt::format("{}_{}", name, set.name), "women", meaning, in_geojson),
             [catchments, part](CentreIdx at) {
               const auto found = catchments.find(at);
               return found == catchments.end() ? Cell() : count_cell((found->second->*part).all);
             });
  };
  add_count("women_nearest", "women who go to it", shown, &CentreCatchment::nearest);
  add_count("women_within", "women within " + limit + " min of it", shown,
            &CentreCatchment::within);
  add_count("marginal", "women who lose cover when it closes", shown, &CentreCatchment::marginal);
  add_count("gain_alone", "women newly covered when it alone joins the first set", shown,
            &CentreCatchment::gain_alone);
}

void add_catchment(CentreSpec& spec, const RunResult& result, const SetCoverage& set) {
  const Catchments catchments = catchments_of(set);
  const auto& centres = result.study.dataset.centres.centres;
  const auto add_column = [&](Column column, auto cell) {
    spec.add(std::move(column), [catchments, cell](CentreIdx at) {
      const auto found = catchments.find(at);
      return found == catchments.end() ? Cell() : cell(*found->second);
    });
  };
  add_column(integer_column("settlements_" + set.name, "", "settlements that go to it"),
             [](const CentreCatchment& c) {
               return count_cell(static_cast<std::int64_t>(c.n_settlements));
             });
  add_column(real_column("median_min_" + set.name, "min", "median over the women who go to it"),
             [](const CentreCatchment& c) { return real_cell(c.times.median_min); });
  add_column(real_column("mean_min_" + set.name, "min", "mean over the women who go to it"),
             [](const CentreCatchment& c) { return real_cell(c.times.mean_min); });
  add_column(integer_column("shared_" + set.name, "women", "within the limit of it and of another"),
             [](const CentreCatchment& c) { return count_cell(c.shared().all); });
  add_column(text_column("overlaps_most_" + set.name, "id of the centre it shares most women with"),
             [&centres](const CentreCatchment& c) {
               return c.overlaps.empty() ? Cell() : Cell(centres[c.overlaps.front().other].id);
             });
  add_column(integer_column("overlap_women_" + set.name, "women", "within the limit of both"),
             [](const CentreCatchment& c) {
               return c.overlaps.empty() ? Cell() : count_cell(c.overlaps.front().both.all);
             });
}

}  // namespace

Table make_centres_table(const RunResult& result) {
  const Dataset& dataset = result.study.dataset;
  const auto& sets = result.coverage.sets;
  const std::string limit = limit_text(result.study.scenario.max_minutes);
  CentreSpec spec;
  add_identity(spec, result);
  const std::vector<Xy> places = shown_places(result.study.scenario.privacy, result.study.sites);
  add_place(spec, places, result.study.projection);
  add_check(spec, result);
  for (const SetCoverage& set : sets) {
    const InGeoJson shown = &set == &sets.back() ? InGeoJson::kYes : InGeoJson::kNo;
    add_counts(spec, set, limit, shown);
    add_catchment(spec, result, set);
  }
  spec.add(modelled_column(dataset), [&dataset](CentreIdx) { return modelled_cell(dataset); });

  std::vector<CentreIdx> rows;
  for (const CentreIdx at : indices(dataset.centres.centres)) rows.push_back(at);
  Table table = spec.make("centres", rows);
  table.geometry_type = GeometryType::kPoint;
  table.geometry.assign(places.begin(), places.end());
  return table;
}

}  // namespace pahunch
