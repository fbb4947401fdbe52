// The model held against what is on record: cases by year, floods of years left out.
#include <fmt/format.h>

#include <algorithm>

#include "planner/plot/plot_list.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

/// What the model says of a figure on record, with its interval where it gives one.
struct CheckRow {
  std::string what;
  Cell low, expected, high;
  double observed = 0;
};

Plot make_check_plot(const std::string& name, const std::vector<CheckRow>& rows, int decimals) {
  TableSpec<CheckRow> spec;
  using Row = const CheckRow&;
  const auto real = [decimals](const char* column, const char* meaning) {
    Column made = real_column(column, "", meaning);
    made.decimals = decimals;
    return made;
  };
  spec.add(text_column("what", "is on record"), [](Row r) { return Cell(r.what); });
  spec.add(real("low", "lower end of what the model says; empty: it gives no interval"),
           [](Row r) { return r.low; });
  spec.add(real("expected", "its middle"), [](Row r) { return r.expected; });
  spec.add(real("high", "upper end"), [](Row r) { return r.high; });
  spec.add(real("observed", "on record"), [](Row r) { return Cell(r.observed); });
  return {.title = "",
          .x_label = "",
          .y_label = "",
          .n_lines = rows.size(),
          .table = spec.make(name, rows)};
}

void add_forecast(const Json& forecast, std::vector<CheckRow>& rows) {
  if (forecast.contains("not_done")) return;
  const auto number = [&](const char* key) { return Cell(forecast.at(key).get<double>()); };
  rows.push_back({fmt::format("registered {}, foretold", forecast.at("year").get<std::string>()),
                  number("low"), number("median"), number("high"), forecast.at("observed")});
}

void add_disposals(const Json& disposals, std::vector<CheckRow>& rows) {
  for (const Json& reading : disposals) {
    if (reading.contains("not_done")) continue;
    for (const Json& year : reading.at("years")) {
      rows.push_back({fmt::format("disposed {}: {}", year.at("year").get<std::string>(),
                                  reading.at("read_as").get<std::string>()),
                      {},
                      Cell(year.at("expected").get<double>()),
                      {},
                      year.at("observed")});
    }
  }
}

double largest_check(const std::vector<CheckRow>& rows) {
  double largest = 0;
  for (const CheckRow& row : rows) {
    largest = std::max(largest, row.observed);
    if (const auto* high = std::get_if<double>(&row.high)) largest = std::max(largest, *high);
  }
  return largest;
}

void add_left_out(const Json& floods, std::vector<CheckRow>& rows) {
  for (const Json& row : floods.at("left_out")) {
    const Json& model = row.at("model");
    const auto number = [&](const char* key) { return Cell(100 * model.at(key).get<double>()); };
    rows.push_back(
        {fmt::format("{}: {}", row.at("year").get<int>(), row.at("statistic").get<std::string>()),
         number("low"), number("median"), number("high"), 100 * row.at("observed").get<double>()});
  }
}

}  // namespace

void add_check_plots(const RunData& run, std::vector<Plot>& plots) {
  if (!run.summary.contains("simulation")) return;
  const Json& checks = run.summary.at("simulation").at("checks");
  std::vector<CheckRow> cases, floods;
  add_forecast(checks.at("last_year"), cases);
  add_disposals(checks.at("disposals"), cases);
  add_left_out(checks.at("floods"), floods);
  if (!cases.empty()) {
    Plot plot = make_check_plot("cases_check", cases, 1);
    plot.title = "Does the model give the cases that are on record?";
    const auto scale = count_scale(largest_check(cases));
    plot.x_label = scaled_label("cases in a year", scale);
    plot.numbers = {scale.factor};
    plots.push_back(std::move(plot));
  }
  if (!floods.empty()) {
    Plot plot = make_check_plot("floods_check", floods, 1);
    plot.title = "Does the flood model foretell a monsoon it has not seen?";
    plot.x_label = "share of blocks, %";
    plots.push_back(std::move(plot));
  }
}

}  // namespace pahunch
