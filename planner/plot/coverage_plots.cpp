// How many women reach a centre, by minutes, by band, and how evenly.
#include <fmt/format.h>

#include <charconv>

#include "geo/io/style.h"
#include "planner/plot/plot_list.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

std::vector<PlotKey> set_keys(const RunData& run) {
  std::vector<PlotKey> keys;
  for (const std::string& set : run.sets()) keys.push_back({set});
  return keys;
}

struct CurveRow {
  std::string set, counted;
  Cell minutes, women, low, high;
};

void add_curve(const CsvTable& curve, const std::string& set, const std::string& counted,
               std::vector<CurveRow>& rows) {
  const std::string column = (counted == "rural" ? "rural_" : "women_") + set;
  for (std::size_t i = 0; i < curve.n_rows(); ++i) {
    rows.push_back({set, counted, curve.real(i, "minutes"), curve.count(i, column), {}, {}});
  }
}

/// Helped in time and with room over simulated years, at the headline's limit.
void add_simulated(const RunData& run, std::vector<CurveRow>& rows) {
  if (!run.summary.contains("simulation")) return;
  for (const Json& set : run.summary["simulation"].at("sets")) {
    const Json& served = set.at("rural_women_by_standing").at("served");
    const auto count = [&](const char* key) {
      return Cell(static_cast<std::int64_t>(std::llround(served.at(key).get<double>())));
    };
    rows.push_back({set.at("name"), "simulated", Cell(run.summary.at("limit_min").get<double>()),
                    count("mean"), count("low"), count("high")});
  }
}

Plot make_curve_plot(const RunData& run, const CsvTable& curve) {
  std::vector<CurveRow> rows;
  for (const std::string& set : run.sets()) {
    add_curve(curve, set, "rural", rows);
    add_curve(curve, set, "all", rows);
  }
  add_simulated(run, rows);
  TableSpec<CurveRow> spec;
  using Row = const CurveRow&;
  spec.add(text_column("set", "of centres"), [](Row r) { return Cell(r.set); });
  spec.add(text_column("counted",
                       "rural or all women; simulated: rural women helped in time and with room"),
           [](Row r) { return Cell(r.counted); });
  spec.add(real_column("minutes", "min", "to the nearest centre, at most"),
           [](Row r) { return r.minutes; });
  spec.add(integer_column("women", "women", "within it"), [](Row r) { return r.women; });
  spec.add(integer_column("low", "women", "5% point over the draws, where simulated"),
           [](Row r) { return r.low; });
  spec.add(integer_column("high", "women", "95% point"), [](Row r) { return r.high; });
  const auto scale = count_scale(run.summary.at("headline").at("total").at("women"));
  const bool simulated = run.summary.contains("simulation");
  return {.title = "How many women reach a centre, and in how many minutes?",
          .x_label = "minutes to the nearest centre, at most",
          .y_label = scaled_label("women", scale),
          .keys = set_keys(run),
          .numbers = {scale.factor, run.summary.at("limit_min"), simulated ? 1.0 : 0.0},
          .table = spec.make("coverage_curve", rows)};
}

struct BandRow {
  std::string set, band;
  std::int64_t centres = 0, women = 0;
  double share = 0, from = 0;
};

/// "#2166ac" as a number.
double colour_number(const std::string& colour) {
  int number = 0;
  std::from_chars(colour.data() + 1, colour.data() + colour.size(), number, 16);
  return number;
}

std::vector<BandRow> band_rows(const Json& sets) {
  std::vector<BandRow> rows;
  for (const Json& set : sets) {
    const double total = set.at("ledger").at("total").at("rural_women");
    double from = 0;
    for (const Json& band : set.at("bands")) {
      const std::int64_t women = band.at("rural_women");
      const double share = total > 0 ? 100 * static_cast<double>(women) / total : 0;
      rows.push_back({set.at("name"), band.at("band"), set.at("centres"), women, share, from});
      from += share;
    }
  }
  return rows;
}

Plot make_bands_plot(const RunData& run) {
  const Json& sets = run.summary.at("headline").at("sets");
  std::vector<double> limits;
  for (const Json& entry : sets.at(0).at("within")) limits.push_back(entry.at("minutes"));
  const auto bands = make_band_classes(limits);
  TableSpec<BandRow> spec;
  using Row = const BandRow&;
  spec.add(text_column("set", "of centres"), [](Row r) { return Cell(r.set); });
  spec.add(integer_column("centres", "", "that are open"), [](Row r) { return Cell(r.centres); });
  spec.add(text_column("band", "minutes to the nearest centre"),
           [](Row r) { return Cell(r.band); });
  spec.add(integer_column("rural_women", "women", "in it"), [](Row r) { return Cell(r.women); });
  spec.add(real_column("share_pct", "%", "of all rural women"),
           [](Row r) { return Cell(r.share); });
  spec.add(real_column("from_pct", "%", "where its part of the bar begins"),
           [](Row r) { return Cell(r.from); });
  Plot plot{.title = "How far do rural women live from a centre?",
            .x_label = "share of rural women, %",
            .y_label = "",
            .numbers = {static_cast<double>(sets.size())},
            .table = spec.make("bands", band_rows(sets))};
  for (const BandClass& band : bands) plot.keys.push_back({band.label, colour_number(band.colour)});
  return plot;
}

struct LorenzRow {
  std::string set;
  double women = 0, minutes = 0;
};

Plot make_lorenz_plot(const RunData& run) {
  std::vector<LorenzRow> rows;
  Plot plot{.title = "How evenly is the way to a centre shared?",
            .x_label = "share of women, those with the shortest way first, %",
            .y_label = "share of all minutes of travel, %",
            .table = {}};
  for (const Json& set : run.summary.at("equity")) {
    for (const Json& point : set.at("lorenz")) {
      rows.push_back(
          {set.at("set"), 100 * point.at(0).get<double>(), 100 * point.at(1).get<double>()});
    }
    if (!set.at("gini").is_null()) plot.keys.push_back({set.at("set"), set.at("gini")});
  }
  TableSpec<LorenzRow> spec;
  using Row = const LorenzRow&;
  spec.add(text_column("set", "of centres"), [](Row r) { return Cell(r.set); });
  Column women = real_column("women_pct", "%", "of the women who have a time, the nearest first");
  Column minutes = real_column("minutes_pct", "%", "of all minutes that fall to them");
  women.decimals = minutes.decimals = 4;
  spec.add(women, [](Row r) { return Cell(r.women); });
  spec.add(minutes, [](Row r) { return Cell(r.minutes); });
  plot.table = spec.make("lorenz", rows);
  return plot;
}

}  // namespace

void add_coverage_plots(const RunData& run, std::vector<Plot>& plots) {
  if (const CsvTable* curve = run.find("coverage_curve")) {
    plots.push_back(make_curve_plot(run, *curve));
  }
  plots.push_back(make_bands_plot(run));
  Plot lorenz = make_lorenz_plot(run);
  if (!lorenz.table.rows.empty()) plots.push_back(std::move(lorenz));
}

}  // namespace pahunch
