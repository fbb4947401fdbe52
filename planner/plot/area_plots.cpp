// Where women are badly served: districts, and the worst blocks.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "planner/plot/plot_list.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;
using RowAt = std::size_t;

/// The worst today first; ties in the order of the table.
std::vector<RowAt> order_by(const CsvTable& table, const std::string& column) {
  std::vector<RowAt> rows(table.n_rows());
  std::iota(rows.begin(), rows.end(), RowAt{0});
  std::ranges::stable_sort(rows, {},
                           [&](RowAt row) { return table.number(row, column).value_or(0.0); });
  return rows;
}

Plot make_districts_plot(const RunData& run, const CsvTable& districts) {
  const std::string limit = limit_text(run.summary.at("limit_min"));
  const auto column_of = [&](const std::string& set) { return "pct_" + limit + "_" + set; };
  TableSpec<RowAt> spec;
  const auto text = [&](const char* column) {
    return [&districts, column](RowAt row) { return Cell(districts.text(row, column)); };
  };
  spec.add(text_column("id", "of the district"), text("id"));
  spec.add(text_column("name", "of the district"), text("name"));
  spec.add(integer_column("women", "women", "who live there"),
           [&](RowAt row) { return districts.count(row, "women"); });
  Plot plot{
      .title = fmt::format("Which share of the women reach a centre within {} minutes?", limit),
      .x_label = fmt::format("women within {} minutes, % of the district", limit),
      .y_label = "",
      .n_lines = districts.n_rows(),
      .table = {}};
  for (const std::string& set : run.sets()) {
    spec.add(
        real_column(column_of(set), "%", "of the women within the limit"),
        [&districts, column = column_of(set)](RowAt row) { return districts.real(row, column); });
    plot.keys.push_back({set});
  }
  plot.table = spec.make("districts", order_by(districts, column_of(run.sets().front())));
  return plot;
}

Plot make_worst_plot(const RunData& run) {
  const Json& worst = run.summary.at("worst_blocks");
  const std::string limit = limit_text(run.summary.at("limit_min"));
  TableSpec<Json> spec;
  using Row = const Json&;
  const auto text = [](const char* key) {
    return [key](Row row) { return Cell(row.at(key).get<std::string>()); };
  };
  const auto count = [](const char* key) {
    return [key](Row row) { return Cell(row.at(key).get<std::int64_t>()); };
  };
  spec.add(text_column("id", "of the block"), text("id"));
  spec.add(text_column("name", "of the block"), text("name"));
  spec.add(text_column("district", "in which it lies"), text("district"));
  spec.add(real_column("half_min", "min", "that half of the women need at least; empty: no way"),
           [](Row row) {
             const Json& minutes = row.at("half_min");
             return minutes.is_null() ? Cell() : Cell(minutes.get<double>());
           });
  spec.add(integer_column("women", "women", "who live there"), count("women"));
  spec.add(integer_column("women_beyond", "women", "not within " + limit + " minutes"),
           count("women_beyond"));
  return {.title = fmt::format("Which blocks are worst off with '{}'?", run.sets().back()),
          .x_label = "minutes that half of the women need at least",
          .y_label = "",
          .numbers = {run.summary.at("limit_min")},
          .n_lines = worst.size(),
          .table = spec.make("worst_blocks", worst)};
}

}  // namespace

void add_area_plots(const RunData& run, std::vector<Plot>& plots) {
  const CsvTable* districts = run.find("districts");
  if (districts != nullptr) plots.push_back(make_districts_plot(run, *districts));
  if (!run.summary.at("worst_blocks").empty()) plots.push_back(make_worst_plot(run));
}

}  // namespace pahunch
