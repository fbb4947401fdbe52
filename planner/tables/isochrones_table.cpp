#include "planner/tables/isochrones_table.h"

#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

struct AreaRow {
  const SetIsochrones* set;
  const Isochrone* isochrone;
};

struct LineRow {
  const SetRoads* set;
  const ReachedRoad* road;
  double limit_min;
};

const std::string& set_of(const AreaRow& row) { return row.set->set; }
const std::string& set_of(const LineRow& row) { return row.set->set; }
double limit_of(const AreaRow& row) { return row.isochrone->limit_min; }
double limit_of(const LineRow& row) { return row.limit_min; }

/// `meaning`: of the limit.
template <class Row>
void add_limit(TableSpec<Row>& spec, const Study& study, const char* meaning) {
  spec.add(text_column("set", "of centres", InGeoJson::kYes),
           [](const Row& row) { return Cell(set_of(row)); });
  spec.add(real_column("limit_min", "min", meaning, InGeoJson::kYes),
           [](const Row& row) { return Cell(limit_of(row)); });
  for (const CentreSet& set : study.sets) {
    const bool shown = &set == &study.sets.front() || &set == &study.sets.back();
    spec.add(text_column(within_column(set.name),
                         "the limit, in the rows of the set '" + set.name + "' only",
                         shown ? InGeoJson::kYes : InGeoJson::kNo),
             [name = set.name](const Row& row) {
               return set_of(row) == name ? Cell(limit_text(limit_of(row))) : Cell();
             });
  }
}

template <class Row>
void add_modelled(TableSpec<Row>& spec, const Dataset& dataset) {
  spec.add(modelled_column(dataset), [&dataset](const Row&) { return modelled_cell(dataset); });
}

void add_counts(TableSpec<AreaRow>& spec) {
  const auto add = [&](const char* name, const char* unit, const char* meaning, auto value) {
    spec.add(integer_column(name, unit, meaning, InGeoJson::kYes),
             [value](const AreaRow& row) { return count_cell(value(*row.isochrone)); });
  };
  add("settlements_inside", "", "settlements in the area",
      [](const Isochrone& i) { return i.inside.settlements; });
  add("women_inside", "women", "in these settlements",
      [](const Isochrone& i) { return i.inside.women; });
  add("women_reached", "women", "whose own travel time is within the limit",
      [](const Isochrone& i) { return i.reached.women; });
  add("settlements_wrong_side", "", "settlements inside but later than the limit, or the reverse",
      [](const Isochrone& i) { return i.wrong_side.settlements; });
  add("women_wrong_side", "women", "in these settlements",
      [](const Isochrone& i) { return i.wrong_side.women; });
}

}  // namespace

std::string within_column(const std::string& set) { return "within_" + set; }

Table make_isochrones_table(const Study& study, const std::vector<SetIsochrones>& sets) {
  TableSpec<AreaRow> spec;
  add_limit(spec, study, "from everywhere in the area the nearest centre is within this time");
  spec.add(real_column("area_km2", "km2", "of the area, on the ground", InGeoJson::kYes),
           [](const AreaRow& row) { return Cell(row.isochrone->area_km2); });
  add_counts(spec);
  add_modelled(spec, study.dataset);
  std::vector<AreaRow> rows;
  for (const SetIsochrones& set : sets) {
    for (auto it = set.isochrones.rbegin(); it != set.isochrones.rend(); ++it) {
      rows.push_back({&set, &*it});
    }
  }
  Table table = spec.make("isochrones", rows);
  table.geometry_type = GeometryType::kPolygon;
  for (const AreaRow& row : rows) {
    const MultiPolygon& area = row.isochrone->area;
    table.geometry.push_back(area.empty() ? Geometry() : Geometry(area));
  }
  return table;
}

Table make_isochrone_lines_table(const Study& study, const std::vector<SetRoads>& sets,
                                 const std::vector<double>& limits_min) {
  const Network& network = study.network;
  TableSpec<LineRow> spec;
  add_limit(spec, study, "the first limit within which travellers on this part of a road are");
  spec.add(real_column("length_km", "km", "on the ground", InGeoJson::kYes),
           [&network](const LineRow& row) {
             return Cell(piece_length_m(network, row.road->piece) / kMetresPerKm);
           });
  add_modelled(spec, study.dataset);
  std::vector<LineRow> rows;
  for (const SetRoads& set : sets) {
    for (const ReachedRoad& road : set.roads) {
      rows.push_back({&set, &road, limits_min[road.limit]});
    }
  }
  Table table = spec.make("isochrone_lines", rows);
  table.geometry_type = GeometryType::kLine;
  for (const LineRow& row : rows) table.geometry.emplace_back(piece_line(network, row.road->piece));
  return table;
}

}  // namespace pahunch
