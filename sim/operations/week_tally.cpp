#include "sim/operations/week_tally.h"

namespace pahunch {

WeekTally& WeekTally::operator+=(const WeekTally& other) {
  n_cases += other.n_cases;
  n_disposed += other.n_disposed;
  n_follow_ups += other.n_follow_ups;
  n_helped += other.n_helped;
  wait_ms += other.wait_ms;
  bed_ms += other.bed_ms;
  return *this;
}

YearWeeks& YearWeeks::operator+=(const YearWeeks& other) {
  n_beds += other.n_beds;
  n_open_at_start += other.n_open_at_start;
  for (std::size_t week = 0; week < kNWeeks; ++week) weeks[week] += other.weeks[week];
  return *this;
}

std::array<std::int64_t, kNWeeks> count_open(const YearWeeks& year) {
  std::array<std::int64_t, kNWeeks> open{};
  std::int64_t now = year.n_open_at_start;
  for (std::size_t week = 0; week < kNWeeks; ++week) {
    now += year.weeks[week].n_cases - year.weeks[week].n_disposed;
    open[week] = now;
  }
  return open;
}

void WeekGauge::change(TimeMs now, const Span& year, std::int64_t by) {
  const Span stretch{std::clamp(since_, year.begin, year.end),
                     std::clamp(now, year.begin, year.end)};
  if (count_ > 0 && stretch.begin < stretch.end) {
    const std::size_t last = find_week(stretch.end - 1, year);
    for (std::size_t week = find_week(stretch.begin, year); week <= last; ++week) {
      by_week_[week] += count_ * clip(stretch.begin, stretch.end, week_span(week, year));
    }
  }
  since_ = now;
  count_ += by;
}

}  // namespace pahunch
