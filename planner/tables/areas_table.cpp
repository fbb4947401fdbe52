#include <fmt/format.h>

#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using AreaSpec = TableSpec<AreaIdx>;

const LevelCoverage& level_of(const SetCoverage& set, AreaLevel level) {
  if (level == AreaLevel::kDistrict) return set.districts;
  return level == AreaLevel::kSubdivision ? set.subdivisions : set.blocks;
}

const LevelChange& level_of(const SetChange& change, AreaLevel level) {
  if (level == AreaLevel::kDistrict) return change.districts;
  return level == AreaLevel::kSubdivision ? change.subdivisions : change.blocks;
}

/// "0_30", "30_60", …, "over_120": the bands in names of columns.
std::vector<std::string> band_names(const Bands& bands) {
  std::vector<std::string> names;
  std::string before = "0";
  for (const double limit : bands.limits_min()) {
    const std::string text = limit_text(limit);
    names.push_back(before + "_" + text);
    before = text;
  }
  names.push_back("over_" + before);
  return names;
}

std::size_t limit_index(const RunResult& result) {
  return result.coverage.bands.band_of(result.coverage.limit);
}

void add_identity(AreaSpec& spec, const Dataset& data, AreaLevel level) {
  const auto& areas = data.areas(level).areas;
  spec.add(text_column("id", "of the area in the dataset", InGeoJson::kYes),
           [&areas](AreaIdx at) { return Cell(areas[at].id); });
  spec.add(text_column("name", "of the area", InGeoJson::kYes),
           [&areas](AreaIdx at) { return Cell(areas[at].name); });
  if (level == AreaLevel::kDistrict) return;
  const AreaLayer& above = level == AreaLevel::kBlock && !data.subdivisions.areas.empty()
                               ? data.subdivisions
                               : data.districts;
  spec.add(text_column("parent", "name of the next area up", InGeoJson::kYes),
           [&areas, &above](AreaIdx at) { return Cell(area_name(above, areas[at].parent)); });
}

void add_totals(AreaSpec& spec, const LevelCoverage& level) {
  const auto& areas = level.areas;
  spec.add(integer_column("settlements", "", "number of settlements"), [&areas](AreaIdx at) {
    return count_cell(static_cast<std::int64_t>(areas[at].n_settlements));
  });
  spec.add(integer_column("women", "women", "counted in this run", InGeoJson::kYes),
           [&areas](AreaIdx at) { return count_cell(areas[at].total.all); });
  spec.add(integer_column("rural_women", "women", "of these, rural"),
           [&areas](AreaIdx at) { return count_cell(areas[at].total.rural); });
}

void add_bands(AreaSpec& spec, const Bands& bands, const LevelCoverage& level,
               const std::string& set) {
  const auto& areas = level.areas;
  const auto names = band_names(bands);
  for (std::size_t band = 0; band < names.size(); ++band) {
    spec.add(integer_column("women_" + names[band] + "_" + set, "women", "in this band of minutes"),
             [&areas, band](AreaIdx at) { return count_cell(areas[at].in_band[band].all); });
  }
  for (std::size_t band = 0; band < names.size(); ++band) {
    spec.add(integer_column("rural_" + names[band] + "_" + set, "women",
                            "rural women in this band of minutes"),
             [&areas, band](AreaIdx at) { return count_cell(areas[at].in_band[band].rural); });
  }
}

/// The ledger's classes; with the bands they add up to `women`.
void add_ledger(AreaSpec& spec, const LevelCoverage& level, const std::string& set) {
  const auto& areas = level.areas;
  const auto add_class = [&](const char* name, const char* meaning, Women ReachLedger::*part) {
    spec.add(integer_column(fmt::format("{}_{}", name, set), "women", meaning),
             [&areas, part](AreaIdx at) { return count_cell((areas[at].ledger.*part).all); });
  };
  add_class("reached", "within the largest limit", &ReachLedger::reached);
  add_class("beyond", "later than the largest limit", &ReachLedger::beyond);
  add_class("no_service", "at an hour without service", &ReachLedger::no_service);
  add_class("cut_off", "by roads that the season closes", &ReachLedger::cut_off);
  add_class("off_network", "no usable road near, in any season", &ReachLedger::off_network);
}

/// `shown`: of the first and the last set, as GeoJSON has room for no more.
void add_times(AreaSpec& spec, const RunResult& result, const LevelCoverage& level,
               const std::string& set, InGeoJson shown) {
  const auto& areas = level.areas;
  const std::size_t band = limit_index(result);
  const std::string limit = limit_text(result.study.scenario.max_minutes);
  spec.add(real_column(fmt::format("pct_{}_{}", limit, set), "%",
                       fmt::format("share of women within {} min", limit), shown),
           [&areas, band](AreaIdx at) {
             const AreaCoverage& area = areas[at];
             if (area.total.all == 0) return Cell();
             return Cell(100.0 * static_cast<double>(area.within(band).all) /
                         static_cast<double>(area.total.all));
           });
  const auto add_stat = [&](const char* name, const char* meaning, InGeoJson in_geojson,
                            std::optional<double> TimeStats::*part) {
    spec.add(real_column(fmt::format("{}_{}", name, set), "min", meaning, in_geojson),
             [&areas, part](AreaIdx at) { return real_cell(areas[at].times.*part); });
  };
  add_stat("mean_min", "mean over women who have a time", InGeoJson::kNo, &TimeStats::mean_min);
  add_stat("median_min", "median over women who have a time", shown, &TimeStats::median_min);
  add_stat("p90_min", "nine of ten women who have a time need no longer", InGeoJson::kNo,
           &TimeStats::p90_min);
  spec.add(integer_column("across_border_" + set, "women", "whose centre is in another district"),
           [&areas](AreaIdx at) { return count_cell(areas[at].across_border.all); });
}

/// Of the last set against the first, at the headline's limit.
void add_change(AreaSpec& spec, const RunResult& result, AreaLevel level) {
  if (result.coverage.sets.size() < 2) return;
  const auto& areas = level_of(result.coverage.changes.back(), level).areas;
  const std::size_t band = limit_index(result);
  const auto add_count = [&](const std::string& name, const std::string& meaning, InGeoJson shown,
                             Women LimitChange::*part, Persons Women::*who) {
    spec.add(integer_column(name, "women", meaning, shown), [&areas, band, part, who](AreaIdx at) {
      return count_cell(areas[at][band].*part.*who);
    });
  };
  const std::string within =
      fmt::format(" (limit {} min)", limit_text(result.study.scenario.max_minutes));
  add_count("newly_covered", "only under the last set" + within, InGeoJson::kYes,
            &LimitChange::newly_covered, &Women::all);
  add_count("still_beyond", "under neither set" + within, InGeoJson::kYes,
            &LimitChange::still_beyond, &Women::all);
  add_count("lost", "only under the first set" + within, InGeoJson::kNo, &LimitChange::lost,
            &Women::all);
  add_count("rural_newly_covered", "rural, only under the last set" + within, InGeoJson::kNo,
            &LimitChange::newly_covered, &Women::rural);
  add_count("rural_still_beyond", "rural, under neither set" + within, InGeoJson::kNo,
            &LimitChange::still_beyond, &Women::rural);
}

void add_hot_spots(AreaSpec& spec, const SetCoverage& set) {
  struct Score {
    std::optional<double> z, p;
  };
  std::vector<Score> scores(set.blocks.areas.size());
  for (const BlockHotSpot& spot : set.hot_spots.blocks)
    scores[spot.block.value()] = {spot.z, spot.p};
  spec.add(real_column("gi_z_" + set.name, "", "Getis-Ord Gi*: above 0, long times gather here"),
           [scores](AreaIdx at) { return real_cell(scores[at.value()].z); });
  Column p = real_column("gi_p_" + set.name, "", "its pseudo p-value by random orders");
  p.decimals = 3;
  spec.add(std::move(p), [scores](AreaIdx at) { return real_cell(scores[at.value()].p); });
}

}  // namespace

Table make_areas_table(const RunResult& result, AreaLevel level) {
  const Dataset& dataset = result.study.dataset;
  const auto& sets = result.coverage.sets;
  AreaSpec spec;
  add_identity(spec, dataset, level);
  add_totals(spec, level_of(sets.front(), level));
  for (const SetCoverage& set : sets) {
    add_bands(spec, result.coverage.bands, level_of(set, level), set.name);
    add_ledger(spec, level_of(set, level), set.name);
    const bool is_end = &set == &sets.front() || &set == &sets.back();
    add_times(spec, result, level_of(set, level), set.name,
              is_end ? InGeoJson::kYes : InGeoJson::kNo);
    if (level == AreaLevel::kBlock) add_hot_spots(spec, set);
  }
  add_change(spec, result, level);
  spec.add(modelled_column(dataset), [&dataset](AreaIdx) { return modelled_cell(dataset); });

  const auto& areas = dataset.areas(level).areas;
  std::vector<AreaIdx> rows;
  for (const AreaIdx at : indices(areas)) rows.push_back(at);
  Table table = spec.make(table_name(level), rows);
  table.geometry_type = GeometryType::kPolygon;
  for (const Area& area : areas) table.geometry.emplace_back(area.shape);
  return table;
}

}  // namespace pahunch
