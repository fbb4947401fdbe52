// Where women come and are not helped in time, and which inputs move the answer.
#include <fmt/format.h>

#include <algorithm>

#include "planner/plot/plot_list.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using RowAt = std::size_t;

constexpr std::size_t kMostCentres = 15;
constexpr std::size_t kMostInputs = 15;

/// The open ones of a set with the highest chance; ties in the order of the table.
std::vector<RowAt> worst_centres(const CsvTable& simulated, const CsvTable& centres,
                                 const std::string& set) {
  const auto chance = [&](RowAt row) {
    return simulated.number(row, "p_not_helped_" + set).value_or(-1.0);
  };
  std::vector<RowAt> rows;
  for (RowAt row = 0; row < simulated.n_rows(); ++row) {
    const bool is_open = row < centres.n_rows() && centres.text(row, "open_" + set) == "1";
    if (is_open && chance(row) >= 0) rows.push_back(row);
  }
  std::ranges::stable_sort(rows, std::ranges::greater(), chance);
  rows.resize(std::min(rows.size(), kMostCentres));
  return rows;
}

Plot make_waits_plot(const RunData& run, const CsvTable& simulated, const CsvTable& centres) {
  const std::string set = run.sets().back();
  const auto rows = worst_centres(simulated, centres, set);
  TableSpec<RowAt> spec;
  const auto percent = [&](const char* what) {
    return [&simulated, column = what + set](RowAt row) {
      const auto share = simulated.number(row, column);
      return share ? Cell(100 * *share) : Cell();
    };
  };
  spec.add(text_column("id", "of the centre"),
           [&](RowAt row) { return Cell(simulated.text(row, "id")); });
  spec.add(text_column("name", "of the centre"),
           [&](RowAt row) { return Cell(simulated.text(row, "name")); });
  spec.add(real_column("not_helped_pct", "%", "chance of no room or too long a wait, at any time"),
           percent("p_not_helped_"));
  spec.add(real_column("turned_away_pct", "%", "of its cases, refused at some step"),
           percent("turned_away_"));
  spec.add(real_column("helped_late_pct", "%", "of its cases, helped too late or never"),
           percent("helped_late_"));
  return {.title = fmt::format("At which centres do women wait too long with '{}'?", set),
          .x_label = "chance of no room or too long a wait, %",
          .y_label = "",
          .n_lines = rows.size(),
          .table = spec.make("waits", rows)};
}

/// A bar of the tornado, by Morris' elementary effects or Sobol's total indices.
struct InputMeasure {
  std::string method, value, low, high;
};

InputMeasure find_measure(const CsvTable& sensitivity) {
  if (sensitivity.text(0, "method") == "sobol")
    return {"sobol", "total", "total_low", "total_high"};
  return {"morris", "effect", "effect_low", "effect_high"};
}

/// Those that move the women not served under the last set most.
std::vector<RowAt> strongest_inputs(const CsvTable& sensitivity, const InputMeasure& measure,
                                    const std::string& output) {
  const auto size = [&](RowAt row) {
    return sensitivity.number(row, measure.value).value_or(-1.0);
  };
  std::vector<RowAt> rows;
  for (RowAt row = 0; row < sensitivity.n_rows(); ++row) {
    const bool is_asked = sensitivity.text(row, "method") == measure.method &&
                          sensitivity.text(row, "output") == output;
    if (is_asked && size(row) >= 0) rows.push_back(row);
  }
  std::ranges::stable_sort(rows, std::ranges::greater(), size);
  rows.resize(std::min(rows.size(), kMostInputs));
  return rows;
}

Plot make_sensitivity_plot(const RunData& run, const CsvTable& sensitivity) {
  const InputMeasure measure = find_measure(sensitivity);
  const std::string output = "not served, " + run.sets().back();
  const auto rows = strongest_inputs(sensitivity, measure, output);
  double largest = 0;
  for (const RowAt row : rows) {
    largest = std::max(largest, sensitivity.number(row, measure.high).value_or(0.0));
  }
  TableSpec<RowAt> spec;
  for (const char* name : {"input", "basis"}) {
    spec.add(text_column(name, "as in sensitivity.csv"),
             [&sensitivity, name](RowAt row) { return Cell(sensitivity.text(row, name)); });
  }
  for (const std::string& name : {measure.value, measure.low, measure.high}) {
    Column column = real_column(name, measure.method == "morris" ? "women" : "", output);
    column.decimals = 3;
    spec.add(column, [&sensitivity, name](RowAt row) { return sensitivity.real(row, name); });
  }
  const auto scale = count_scale(measure.method == "morris" ? largest : 0);
  const char* meaning = measure.method == "morris"
                            ? "rural women more or fewer, when an input moves by half its range"
                            : "share of the variance left if all others were known";
  return {.title = "Which inputs move the number of women not served?",
          .x_label = scaled_label(meaning, scale),
          .y_label = "",
          .numbers = {scale.factor, largest},
          .n_lines = rows.size(),
          .table = spec.make("sensitivity", rows)};
}

}  // namespace

void add_simulation_plots(const RunData& run, std::vector<Plot>& plots) {
  const CsvTable* simulated = run.find("simulated_centres");
  const CsvTable* centres = run.find("centres");
  if (simulated != nullptr && centres != nullptr) {
    Plot waits = make_waits_plot(run, *simulated, *centres);
    if (!waits.table.rows.empty()) plots.push_back(std::move(waits));
  }
  if (const CsvTable* sensitivity = run.find("sensitivity")) {
    Plot tornado = make_sensitivity_plot(run, *sensitivity);
    if (!tornado.table.rows.empty()) plots.push_back(std::move(tornado));
  }
}

}  // namespace pahunch
