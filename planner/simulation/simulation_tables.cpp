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

/// The columns of one set.
void add_block_set(BlockSpec& spec, const SimulationReport& report, std::size_t i) {
  const auto& sets = report.sets;
  const InGeoJson shown = i == 0 || i + 1 == sets.size() ? InGeoJson::kYes : InGeoJson::kNo;
  const auto figures = std::make_shared<const IdxVector<AreaIdx, BlockFigures>>(
      find_block_figures(report.result, i));
  const auto add = [&](const char* name, const char* unit, const char* meaning, InGeoJson in,
                       auto pick) {
    Column column = real_column(fmt::format("{}_{}", name, sets[i].name), unit, meaning, in);
    spec.add(column, [figures, pick](AreaIdx at) { return Cell(double{pick((*figures)[at])}); });
  };
  using Block = const BlockFigures&;
  add("not_served", "women", "rural, without help in time and with room, over a year", shown,
      [](Block b) { return b.not_served.mean; });
  add("not_served_low", "women", "5% point of it over the parameter draws", InGeoJson::kNo,
      [](Block b) { return b.not_served.low; });
  add("not_served_high", "women", "95% point of it", InGeoJson::kNo,
      [](Block b) { return b.not_served.high; });
  for (std::size_t kind = 1; kind < kNStandings; ++kind) {
    std::string name(to_string(static_cast<Standing>(kind)));
    std::ranges::replace(name, ' ', '_');
    add(name.c_str(), "women", "of the rural women not served, over a year", InGeoJson::kNo,
        [kind](Block b) { return b.women[kind]; });
  }
  add("p_worst10", "", "share of draws in which it is among the ten worst blocks", shown,
      [](Block b) { return b.p_worst_10; });
  add("p_worst20", "", "among the twenty worst", InGeoJson::kNo,
      [](Block b) { return b.p_worst_20; });
  add("p_worst50", "", "among the fifty worst", InGeoJson::kNo,
      [](Block b) { return b.p_worst_50; });
  spec.add(text_column("held_by_" + sets[i].name,
                       "what holds most of them back: distance, floods, capacity, no road", shown),
           [figures](AreaIdx at) { return Cell(std::string(find_hold((*figures)[at]))); });
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
  spec.add(integer_column("rural_women", "women", "counted in this run", InGeoJson::kYes),
           [&items](SettlementIdx at) { return count_cell(items[at].rural_women); });
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
  const auto& sets = simulated.report.sets;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    add_block_set(spec, simulated.report, i);
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
  const ExperimentResult& result = simulated.report.result;
  TableSpec<CentreIdx> spec;
  spec.add(text_column("id", "of the centre in the dataset"),
           [&items](CentreIdx at) { return Cell(items[at].id); });
  spec.add(text_column("name", "of the centre"),
           [&items](CentreIdx at) { return Cell(items[at].name); });
  for (std::size_t set = 0; set < simulated.report.sets.size(); ++set) {
    const std::string& name = simulated.report.sets[set].name;
    const auto add = [&](const char* what, const char* unit, const char* meaning, auto pick) {
      spec.add(real_column(fmt::format("{}_{}", what, name), unit, meaning),
               [&result, set, pick](CentreIdx at) {
                 std::vector<double> values;
                 for (const DrawSummary& draw : result.draws) {
                   values.push_back(pick(draw.sets[set].centres[at]));
                 }
                 return Cell(double{spread_of(values).mean});
               });
    };
    using Moments = const CentreMoments&;
    const auto per_case = [](double sum, const CentreTally& tally) {
      return tally.n_cases > 0 ? sum / static_cast<double>(tally.n_cases) : 0.0;
    };
    add("cases", "cases", "registered in a year", [](Moments m) { return m.cases.mean(); });
    add("p_not_helped", "", "chance of no room or a wait beyond the longest, at any time",
        [](Moments m) { return m.p_not_helped.mean(); });
    add("turned_away", "", "share of its cases refused at some step", [per_case](Moments m) {
      return per_case(static_cast<double>(m.sums.n_turned_away), m.sums);
    });
    add("helped_late", "", "share of its cases helped later than the longest wait, or never",
        [per_case](Moments m) {
          return per_case(static_cast<double>(m.sums.n_helped_late), m.sums);
        });
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
