#include "planner/simulation/simulation_tables.h"

#include <fmt/format.h>

#include <memory>

#include "planner/simulation/sensitivity_text.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/tables/place_columns.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

Column probability_column(const std::string& name, const std::string& meaning,
                          InGeoJson shown = InGeoJson::kNo) {
  Column column = real_column(name, "", meaning, shown);
  column.decimals = 3;
  return column;
}

void add_verdict(TableSpec<SettlementIdx>& spec, const SetSimulation& set, InGeoJson shown) {
  const Verdicts& verdicts = set.verdicts;
  const auto add = [&](const char* name, const char* meaning, InGeoJson in_geojson,
                       double SettlementVerdict::*part) {
    spec.add(probability_column(fmt::format("{}_{}", name, set.name), meaning, in_geojson),
             [&verdicts, part](SettlementIdx at) { return Cell(verdicts[at].*part); });
  };
  add("p_served", "chance of help in time and with room, over all draws", shown,
      &SettlementVerdict::p_served);
  add("p_low", "5% point of it over the parameter draws", InGeoJson::kNo, &SettlementVerdict::low);
  add("p_high", "95% point of it", InGeoJson::kNo, &SettlementVerdict::high);
  add("p_error", "its standard error from the number of years alone", InGeoJson::kNo,
      &SettlementVerdict::noise);
  add("p_under", "share of parameter draws in which the settlement is underserved", shown,
      &SettlementVerdict::p_underserved);
  spec.add(
      text_column("verdict_" + set.name, "served, underserved or uncertain", shown),
      [&verdicts](SettlementIdx at) { return Cell(std::string(to_string(verdicts[at].verdict))); });
}

struct ParameterRow {
  const UncertainParameter* parameter = nullptr;
  double correlation = 0;
  Persons flips = 0;
};

template <class Spec, class Row>
void add_modelled(Spec& spec, const Dataset& dataset) {
  spec.add(modelled_column(dataset), [&dataset](const Row&) { return modelled_cell(dataset); });
}

using BlockSpec = TableSpec<AreaIdx>;

/// Whether blocks not served lie together.
void add_spot(BlockSpec& spec, const SetSimulation& set, InGeoJson shown) {
  const UnderservedSpots& spots = set.spots;
  spec.add(text_column("hot_spot_" + set.name,
                       "hot or cold where shares of rural women not served gather higher or lower "
                       "than elsewhere, at most 5% of such blocks by chance; else none",
                       shown),
           [&spots](AreaIdx at) { return Cell(std::string(to_string(spots[at].kind))); });
  Column q = real_column("hot_spot_q_" + set.name, "",
                         "least share of false findings at which the block is hot or cold (Gi*, "
                         "Benjamini and Hochberg); empty where not tested");
  q.decimals = 4;
  spec.add(q, [&spots](AreaIdx at) { return real_cell(spots[at].q); });
}

/// The columns of one set.
class BlockSetColumns {
 public:
  BlockSetColumns(const SimulationReport& report, std::size_t set)
      : set_(report.sets[set]),
        shown_(set == 0 || set + 1 == report.sets.size() ? InGeoJson::kYes : InGeoJson::kNo),
        figures_(std::make_shared<const IdxVector<AreaIdx, BlockFigures>>(
            find_block_figures(report.result, set))) {}

  void add_to(BlockSpec& spec) const {
    add_not_served(spec);
    add_ranks(spec);
    add_hold(spec);
    add_spot(spec, set_, shown_);
  }

 private:
  template <class Pick>
  void add(BlockSpec& spec, Column column, Pick pick) const {
    column.name += "_" + set_.name;
    spec.add(column,
             [figures = figures_, pick](AreaIdx at) { return Cell(double{pick((*figures)[at])}); });
  }

  void add_not_served(BlockSpec& spec) const {
    add(spec,
        real_column("not_served", "women", "rural, without help in time and with room, over a year",
                    shown_),
        [](const BlockFigures& b) { return b.not_served.mean; });
    add(spec, real_column("not_served_low", "women", "5% point of it over the parameter draws"),
        [](const BlockFigures& b) { return b.not_served.low; });
    add(spec, real_column("not_served_high", "women", "95% point of it"),
        [](const BlockFigures& b) { return b.not_served.high; });
    for (std::size_t kind = 1; kind < kNStandings; ++kind) {
      std::string name(to_string(static_cast<Standing>(kind)));
      std::ranges::replace(name, ' ', '_');
      add(spec, real_column(name, "women", "of the rural women not served, over a year"),
          [kind](const BlockFigures& b) { return b.women[kind]; });
    }
  }

  void add_ranks(BlockSpec& spec) const {
    add(spec,
        real_column("p_worst10", "", "share of draws in which it is among the ten worst blocks",
                    shown_),
        [](const BlockFigures& b) { return b.p_worst_10; });
    add(spec, real_column("p_worst20", "", "among the twenty worst"),
        [](const BlockFigures& b) { return b.p_worst_20; });
    add(spec, real_column("p_worst50", "", "among the fifty worst"),
        [](const BlockFigures& b) { return b.p_worst_50; });
  }

  void add_hold(BlockSpec& spec) const {
    spec.add(
        text_column("held_by_" + set_.name,
                    "what holds most of them back: distance, floods, capacity, no road", shown_),
        [figures = figures_](AreaIdx at) { return Cell(std::string(find_hold((*figures)[at]))); });
  }

  const SetSimulation& set_;
  InGeoJson shown_;
  std::shared_ptr<const IdxVector<AreaIdx, BlockFigures>> figures_;
};

double per_case(std::int64_t sum, const CentreTally& tally) {
  return tally.n_cases > 0 ? static_cast<double>(sum) / static_cast<double>(tally.n_cases) : 0.0;
}

/// The columns of one set: means over the draws.
void add_centre_set(TableSpec<CentreIdx>& spec, const SimulationReport& report, std::size_t set) {
  const auto add = [&](const char* what, const char* unit, const char* meaning, auto pick) {
    spec.add(real_column(fmt::format("{}_{}", what, report.sets[set].name), unit, meaning),
             [&result = report.result, set, pick](CentreIdx at) {
               std::vector<double> values;
               for (const DrawSummary& draw : result.draws) {
                 values.push_back(pick(draw.sets[set].centres[at]));
               }
               return Cell(spread_of(values).mean);
             });
  };
  using Moments = const CentreMoments&;
  add("cases", "cases", "registered in a year", [](Moments m) { return m.cases.mean(); });
  add("p_not_helped", "", "chance of no room or a wait beyond the longest, at any time",
      [](Moments m) { return m.p_not_helped.mean(); });
  add("turned_away", "", "share of its cases refused at some step",
      [](Moments m) { return per_case(m.sums.n_turned_away, m.sums); });
  add("helped_late", "", "share of its cases helped later than the longest wait, or never",
      [](Moments m) { return per_case(m.sums.n_helped_late, m.sums); });
}

}  // namespace

Table make_underserved_table(const SimulatedStudy& simulated) {
  const Dataset& data = simulated.study.dataset;
  const auto& items = data.settlements.settlements;
  TableSpec<SettlementIdx> spec;
  spec.add(text_column("id", "of the settlement in the dataset", InGeoJson::kYes),
           [&items](SettlementIdx at) { return Cell(items[at].id); });
  spec.add(text_column("name", "of the settlement", InGeoJson::kYes),
           [&items](SettlementIdx at) { return Cell(items[at].name); });
  spec.add(text_column("district", "in which it lies", InGeoJson::kYes),
           [&](SettlementIdx at) { return Cell(area_name(data.districts, items[at].district)); });
  spec.add(text_column("block", "in which it lies"),
           [&](SettlementIdx at) { return Cell(area_name(data.blocks, items[at].block)); });
  const WomenBySettlement women = women_of(simulated.study);
  spec.add(integer_column("rural_women", "women", "counted in this run", InGeoJson::kYes),
           [&women](SettlementIdx at) { return count_cell(women[at].rural); });
  add_place(spec, simulated.study.places, simulated.study.projection);
  const auto& sets = simulated.report.sets;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    add_verdict(spec, sets[i], i == 0 || i + 1 == sets.size() ? InGeoJson::kYes : InGeoJson::kNo);
  }
  add_modelled<TableSpec<SettlementIdx>, SettlementIdx>(spec, data);
  std::vector<SettlementIdx> rows;
  for (const SettlementIdx at : indices(items)) rows.push_back(at);
  Table table = spec.make("underserved", rows);
  table.geometry_type = GeometryType::kPoint;
  table.geometry.assign(simulated.study.places.begin(), simulated.study.places.end());
  return table;
}

Table make_underserved_blocks_table(const SimulatedStudy& simulated) {
  const Dataset& data = simulated.study.dataset;
  const auto& areas = data.blocks.areas;
  TableSpec<AreaIdx> spec;
  spec.add(text_column("id", "of the block in the dataset", InGeoJson::kYes),
           [&areas](AreaIdx at) { return Cell(areas[at].id); });
  spec.add(text_column("name", "of the block", InGeoJson::kYes),
           [&areas](AreaIdx at) { return Cell(areas[at].name); });
  for (std::size_t set = 0; set < simulated.report.sets.size(); ++set) {
    BlockSetColumns(simulated.report, set).add_to(spec);
  }
  add_modelled<TableSpec<AreaIdx>, AreaIdx>(spec, data);
  std::vector<AreaIdx> rows;
  for (const AreaIdx at : indices(areas)) rows.push_back(at);
  Table table = spec.make("underserved_blocks", rows);
  table.geometry_type = GeometryType::kPolygon;
  for (const Area& area : areas) table.geometry.emplace_back(area.shape);
  return table;
}

Table make_simulated_centres_table(const SimulatedStudy& simulated) {
  const Dataset& data = simulated.study.dataset;
  const auto& items = data.centres.centres;
  TableSpec<CentreIdx> spec;
  spec.add(text_column("id", "of the centre in the dataset"),
           [&items](CentreIdx at) { return Cell(items[at].id); });
  spec.add(text_column("name", "of the centre"),
           [&items](CentreIdx at) { return Cell(items[at].name); });
  for (std::size_t set = 0; set < simulated.report.sets.size(); ++set) {
    add_centre_set(spec, simulated.report, set);
  }
  add_modelled<TableSpec<CentreIdx>, CentreIdx>(spec, data);
  std::vector<CentreIdx> rows;
  for (const CentreIdx at : indices(items)) rows.push_back(at);
  return spec.make("simulated_centres", rows);
}

Table make_parameters_table(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  const std::size_t last = report.sets.size() - 1;
  const VerdictFlips flips = find_verdict_flips(flip_question(simulated), last);
  std::vector<ParameterRow> rows;
  for (std::size_t i = 0; i < report.parameters.size(); ++i) {
    rows.push_back({&report.parameters[i], correlate(report, i, last), flips.women[i]});
  }
  TableSpec<ParameterRow> spec;
  using Row = const ParameterRow&;
  spec.add(text_column("name", "of the input"), [](Row r) { return Cell(r.parameter->name); });
  spec.add(text_column("basis", "measured, prior or assumed"),
           [](Row r) { return Cell(std::string(to_string(r.parameter->basis))); });
  const auto add = [&](const char* name, const char* meaning, double SourcedValue::*part) {
    Column column = real_column(name, "", meaning);
    column.decimals = 4;
    spec.add(column, [part](Row r) { return Cell(r.parameter->range.*part); });
  };
  add("value", "middle of the range, in the input's own unit", &SourcedValue::value);
  add("low", "lower end of the range", &SourcedValue::low);
  add("high", "upper end of the range", &SourcedValue::high);
  spec.add(real_column("correlation", "",
                       "of its place in the range with the women underserved, by rank over the "
                       "draws; chance alone gives up to 2 over the root of their number"),
           [](Row r) { return Cell(r.correlation); });
  spec.add(integer_column("verdict_flips", "women",
                          "rural, whose settlement is underserved by the draws of one half of the "
                          "range and not by those of the other, under the last set"),
           [](Row r) { return count_cell(r.flips); });
  spec.add(text_column("source", "where value and range are from"),
           [](Row r) { return Cell(r.parameter->range.source); });
  return spec.make("parameters", rows);
}

}  // namespace pahunch
