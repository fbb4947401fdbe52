#include "sim/monte_carlo/week_figures.h"

namespace pahunch {
namespace {

constexpr TimeMs kBedUnitsPerBed = 100;

void note(std::int64_t value, WeekSeries& series) {
  series.sum += value;
  ++series.weight;
  series.by_year.add(value);
}

/// Rounded to the nearest; `part` and `whole` are not negative.
std::int64_t divide(std::int64_t part, std::int64_t whole) { return (part + whole / 2) / whole; }

void note_wait(const WeekTally& tally, WeekSeries& series) {
  if (tally.n_helped == 0) return;
  series.sum += divide(tally.wait_ms, kMinuteMs);
  series.weight += tally.n_helped;
  series.by_year.add(divide(tally.wait_ms, tally.n_helped * kMinuteMs));
}

}  // namespace

WeeksByArea sum_weeks(const Dataset& dataset, const std::vector<CentreIdx>& open,
                      const IdxVector<CentreIdx, YearWeeks>& centres) {
  const WeekAreas areas(dataset);
  WeeksByArea sums(areas.size());
  const auto add = [&](WeekAreaIdx to, CentreIdx from) {
    ++sums[to].n_centres;
    sums[to].year += centres[from];
  };
  for (const CentreIdx at : open) {
    add(areas.of_centre(at), at);
    const AreaIdx district = dataset.centres.centres[at].district;
    if (district.valid()) add(areas.of_district(district), at);
    add(areas.whole(), at);
  }
  return sums;
}

void WeekSeries::merge(const WeekSeries& later) {
  sum += later.sum;
  weight += later.weight;
  by_year.merge(later.by_year);
}

void WeekFigures::add(const YearWeeks& year) {
  constexpr Span kYear{0, kYearMs};
  if (series.empty()) series.resize(kNWeeks * kNWeekFigures);
  ++n_years;
  n_bed_years += year.n_beds;
  const auto open = count_open(year);
  for (std::size_t week = 0; week < kNWeeks; ++week) {
    const WeekTally& tally = year.weeks[week];
    const Span span = week_span(week, kYear);
    const auto to = [&](WeekFigure figure) -> WeekSeries& {
      return series[week * kNWeekFigures + static_cast<std::size_t>(figure)];
    };
    note(tally.n_cases, to(WeekFigure::kCases));
    note(tally.n_disposed, to(WeekFigure::kDisposed));
    note(open[week], to(WeekFigure::kOpen));
    note(divide(tally.bed_ms * kBedUnitsPerBed, span.end - span.begin), to(WeekFigure::kBeds));
    note_wait(tally, to(WeekFigure::kWait));
    note(tally.n_follow_ups, to(WeekFigure::kFollowUps));
  }
}

void WeekFigures::merge(const WeekFigures& later) {
  if (later.series.empty()) return;
  if (series.empty()) series.resize(later.series.size());
  n_years += later.n_years;
  n_bed_years += later.n_bed_years;
  for (std::size_t i = 0; i < series.size(); ++i) series[i].merge(later.series[i]);
}

void add_year(const WeeksByArea& year, WeekBook& book) {
  for (const WeekAreaIdx at : indices(year)) {
    if (year[at].n_centres > 0) book[at].add(year[at].year);
  }
}

void merge(const WeekBook& later, WeekBook& book) {
  if (book.empty()) book = WeekBook(later.size());
  for (const WeekAreaIdx at : indices(later)) book[at].merge(later[at]);
}

}  // namespace pahunch
