#include "planner/simulation/weeks_table.h"

#include <fmt/format.h>

#include "planner/simulation/week_areas_text.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

constexpr double kLowShare = 0.05, kHighShare = 0.95;

struct WeekRow {
  const std::string* set = nullptr;
  WeekAreaName area;
  const WeekFigures* figures = nullptr;
  std::size_t week = 0;
};
using Row = const WeekRow&;

/// A figure as the table gives it.
struct ShownFigure {
  WeekFigure figure = WeekFigure::kCases;
  const char* name = "";
  const char* unit = "";
  double per_count = 1;  ///< of what the series counts in
  const char* meaning = "";
};

constexpr std::array kShown = {
    ShownFigure{WeekFigure::kCases, "cases", "cases", 1, "registered in the week"},
    ShownFigure{WeekFigure::kDisposed, "disposed", "cases", 1, "disposed in the week"},
    ShownFigure{WeekFigure::kOpen, "open", "cases", 1, "not yet disposed at the week's end"},
    ShownFigure{WeekFigure::kBeds, "beds", "beds", kWeekBedUnit, "in use, mean of the week"},
    ShownFigure{WeekFigure::kWait, "wait", "h", kWeekHourUnit,
                "from arrival to first help, mean of the week's cases; empty where none was"},
    ShownFigure{WeekFigure::kFollowUps, "follow_ups", "contacts", 1, "due in the week"}};

Cell mean_cell(const ShownFigure& shown, Row row) {
  const WeekSeries& series = row.figures->of(row.week, shown.figure);
  if (series.weight == 0) return {};
  return static_cast<double>(series.sum) / static_cast<double>(series.weight) * shown.per_count;
}

Cell point_cell(const ShownFigure& shown, Row row, double share) {
  const WeekSeries& series = row.figures->of(row.week, shown.figure);
  if (series.by_year.n() == 0) return {};
  return series.by_year.quantile(share) * shown.per_count;
}

Cell share_cell(Row row) {
  if (row.figures->n_bed_years == 0) return {};
  return static_cast<double>(row.figures->of(row.week, WeekFigure::kBeds).sum) * kWeekBedUnit /
         static_cast<double>(row.figures->n_bed_years);
}

using Spec = TableSpec<WeekRow>;

void add_keys(Spec& spec) {
  spec.add(text_column("set", "of centres"), [](Row row) { return Cell(*row.set); });
  add_area_columns(spec);
  spec.add(integer_column("week", "",
                          "of the year, the first from 1 January; an ISO week of the "
                          "same number begins up to three days earlier or later"),
           [](Row row) { return count_cell(static_cast<std::int64_t>(row.week) + 1); });
  spec.add(integer_column("days", "days", "of the week: 7, and 1 of the last"), [](Row row) {
    const Span span = week_span(row.week, {0, kYearMs});
    return count_cell((span.end - span.begin) / kDayMs);
  });
}

void add_figures(Spec& spec) {
  for (const ShownFigure& shown : kShown) {
    const std::string name = shown.name;
    spec.add(real_column(name + "_mean", shown.unit,
                         fmt::format("{}; mean over all simulated years", shown.meaning)),
             [&shown](Row row) { return mean_cell(shown, row); });
    spec.add(real_column(name + "_low", shown.unit, "5% point of it over the simulated years"),
             [&shown](Row row) { return point_cell(shown, row, kLowShare); });
    spec.add(real_column(name + "_high", shown.unit, "95% point of it"),
             [&shown](Row row) { return point_cell(shown, row, kHighShare); });
  }
  Column share = real_column("beds_share", "", "of the beds that are in use, mean");
  share.decimals = 3;
  spec.add(share, share_cell);
}

}  // namespace

Table make_weeks_table(const SimulatedStudy& simulated) {
  const Dataset& data = simulated.study.dataset;
  const SimulationReport& report = simulated.report;
  std::vector<WeekRow> rows;
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    const WeekBook& book = report.result.weeks[set];
    for (const WeekAreaName& area : name_week_areas(data)) {
      if (book[area.at].series.empty()) continue;
      for (std::size_t week = 0; week < kNWeeks; ++week) {
        rows.push_back({&report.sets[set].name, area, &book[area.at], week});
      }
    }
  }
  Spec spec;
  add_keys(spec);
  add_figures(spec);
  spec.add(modelled_column(data), [&data](Row /*row*/) { return modelled_cell(data); });
  return spec.make("weeks", rows);
}

}  // namespace pahunch
