// What chosen sites are worth: more of them, a second aim, the official rule, the order of opening.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planner/plot/plot_list.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;
using RowAt = std::size_t;

std::vector<RowAt> all_rows(const CsvTable& table) {
  std::vector<RowAt> rows(table.n_rows());
  std::iota(rows.begin(), rows.end(), RowAt{0});
  return rows;
}

double largest_of(const CsvTable& table, std::initializer_list<const char*> columns) {
  double largest = 0;
  for (const RowAt row : all_rows(table)) {
    for (const char* column : columns) {
      largest = std::max(largest, table.number(row, column).value_or(0.0));
    }
  }
  return largest;
}

struct CurvePlotRow {
  std::string what;
  Cell n_new, value, low, high;
};

/// The best for each number of new sites, from what was found to its bound.
std::vector<CurvePlotRow> curve_rows(const CsvTable& curve) {
  std::vector<CurvePlotRow> rows;
  for (const RowAt row : all_rows(curve)) {
    if (!curve.number(row, "best")) continue;
    const Cell best = curve.real(row, "best"), bound = curve.real(row, "bound");
    rows.push_back({"best", curve.count(row, "new_sites"), best, std::min(best, bound),
                    std::max(best, bound)});
  }
  return rows;
}

/// The lists that fit what is announced, where the curve is of the same objective.
void add_lists(const Json& siting, std::vector<CurvePlotRow>& rows) {
  if (!siting.contains("audit") || !siting["audit"].value("of_objective", false)) return;
  const Json& audit = siting["audit"];
  const Json& lists = audit.at("lists_within");
  const auto number = [&](const char* key) { return Cell(lists.at(key).get<double>()); };
  rows.push_back({"official lists", audit.at("new_sites").get<std::int64_t>(), number("median"),
                  number("p5"), number("p95")});
}

Plot make_returns_plot(const RunData& run, const CsvTable& curve) {
  auto rows = curve_rows(curve);
  add_lists(run.siting, rows);
  const std::string unit = run.siting.at("unit");
  TableSpec<CurvePlotRow> spec;
  using Row = const CurvePlotRow&;
  spec.add(text_column("what", "the best that was found, or the lists by the official rule"),
           [](Row r) { return Cell(r.what); });
  spec.add(integer_column("new_sites", "", "besides the locked ones"),
           [](Row r) { return r.n_new; });
  spec.add(real_column("value", unit, "of the objective; of the lists their median"),
           [](Row r) { return r.value; });
  spec.add(real_column("low", unit, "lower end: of the best to its bound, of 90% of the lists"),
           [](Row r) { return r.low; });
  spec.add(real_column("high", unit, "upper end"), [](Row r) { return r.high; });
  const auto scale = count_scale(largest_of(curve, {"best", "bound"}));
  return {.title = "What does each further site add?",
          .x_label = "new sites, besides those that are open already",
          .y_label = scaled_label(run.siting.at("asked"), scale),
          .numbers = {scale.factor},
          .table = spec.make("curve", rows)};
}

Plot make_front_plot(const RunData& run, const CsvTable& front) {
  const Json& pareto = run.siting.at("pareto");
  const std::string unit = pareto.at("unit");
  TableSpec<RowAt> spec;
  spec.add(real_column("second", unit, pareto.at("second")),
           [&](RowAt row) { return front.real(row, "second"); });
  spec.add(integer_column("women_within", "women", "within the limit"),
           [&](RowAt row) { return front.count(row, "women_within"); });
  spec.add(integer_column("bound", "women", "no sites that keep to the level cover more"),
           [&](RowAt row) { return front.count(row, "bound"); });
  const auto scale = count_scale(largest_of(front, {"women_within", "bound"}));
  const std::string second = pareto.at("second");
  return {.title = "What does the second aim cost?",
          .x_label = second + (unit == "%" ? ", % (more is better)" : ", minutes (less is better)"),
          .y_label = scaled_label(run.siting.at("asked"), scale),
          .numbers = {scale.factor},
          .table = spec.make("pareto", all_rows(front))};
}

/// A bar of the histogram, or one choice of sites, where both ends are the same.
struct ListBar {
  std::string what;
  double from = 0, to = 0;
  Cell n_lists = {};
};

std::vector<ListBar> make_bars(const std::vector<double>& values) {
  constexpr int kBars = 20;
  const auto [least, most] = std::ranges::minmax(values);
  const double step = nice_step(std::max(most - least, 1.0), kBars);
  std::vector<ListBar> bars;
  for (double from = std::floor(least / step) * step; from <= most; from += step) {
    const auto n = std::ranges::count_if(
        values, [&](double value) { return value >= from && value < from + step; });
    bars.push_back({"lists by the official rule", from, from + step, std::int64_t{n}});
  }
  return bars;
}

/// Rows named "list 7" are of the lists, the others each a choice that they are held against.
std::vector<ListBar> list_bars(const CsvTable& lists) {
  std::vector<double> values;
  std::vector<ListBar> single;
  for (const RowAt row : all_rows(lists)) {
    const std::string& name = lists.text(row, "list");
    const double women = lists.number(row, "women_within").value_or(0.0);
    if (name.starts_with("list ")) {
      values.push_back(women);
    } else {
      single.push_back({name, women, women});
    }
  }
  if (values.empty()) return {};
  auto bars = make_bars(values);
  bars.insert(bars.end(), single.begin(), single.end());
  return bars;
}

Plot make_lists_plot(const RunData& run, const CsvTable& lists) {
  const auto bars = list_bars(lists);
  TableSpec<ListBar> spec;
  using Row = const ListBar&;
  spec.add(text_column("what", "lists that fit what is announced, or one choice of sites"),
           [](Row r) { return Cell(r.what); });
  const auto count = [](double value) { return Cell(static_cast<std::int64_t>(value)); };
  spec.add(integer_column("from", "women", "within the limit, at least"),
           [count](Row r) { return count(r.from); });
  spec.add(integer_column("to", "women", "fewer than; of one choice the same"),
           [count](Row r) { return count(r.to); });
  spec.add(integer_column("lists", "", "that lie between"), [](Row r) { return r.n_lists; });
  const auto scale = count_scale(largest_of(lists, {"women_within"}));
  Plot plot{
      .title = "How near does the official rule come to the best sites?",
      .x_label = scaled_label(fmt::format("women within {:g} minutes",
                                          run.siting.at("audit").at("limit_min").get<double>()),
                              scale),
      .y_label = "lists of sites that fit what is announced",
      .numbers = {scale.factor},
      .table = spec.make("rule_lists", bars)};
  for (const ListBar& bar : bars) {
    if (bar.from == bar.to) plot.keys.push_back({bar.what, bar.from});
  }
  return plot;
}

Plot make_opening_plot(const RunData& run, const CsvTable& order) {
  const std::string unit = run.siting.at("unit");
  TableSpec<RowAt> spec;
  spec.add(integer_column("step", "", "in which the site opens"),
           [&](RowAt row) { return order.count(row, "step"); });
  for (const char* name : {"id", "name"}) {
    spec.add(text_column(name, "of the site"),
             [&order, name](RowAt row) { return Cell(order.text(row, name)); });
  }
  spec.add(real_column("objective", unit, "with all that are open by then"),
           [&](RowAt row) { return order.real(row, "objective"); });
  spec.add(real_column("best", unit, "nothing of this size is better"),
           [&](RowAt row) { return order.real(row, "best"); });
  const auto scale = count_scale(largest_of(order, {"objective", "best"}));
  return {.title = "In which order should the new sites open?",
          .x_label = scaled_label(run.siting.at("asked"), scale),
          .y_label = "",
          .numbers = {scale.factor},
          .n_lines = order.n_rows(),
          .table = spec.make("opening_order", all_rows(order))};
}

}  // namespace

void add_siting_plots(const RunData& run, std::vector<Plot>& plots) {
  if (run.siting.is_null()) return;
  const auto add = [&](const char* table, auto make) {
    const CsvTable* found = run.find(table);
    if (found == nullptr) return;
    Plot plot = make(run, *found);
    if (!plot.table.rows.empty()) plots.push_back(std::move(plot));
  };
  add("curve", make_returns_plot);
  add("pareto", make_front_plot);
  add("rule_lists", make_lists_plot);
  add("opening_order", make_opening_plot);
}

}  // namespace pahunch
