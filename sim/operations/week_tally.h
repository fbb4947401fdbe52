/// \file
/// What a run counts week by week: sums only, of the same size however many cases there were.
///
/// Week 1 is days 1 to 7 of the year and week 52 days 358 to 364; what is left of the year, one
/// day of 365, is week 53.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "sim/operations/clock.h"

namespace pahunch {

inline constexpr std::size_t kNWeeks = 53;

/// From 0; of a time after the year, that of the same time of the year. Precondition: not before
/// it.
constexpr std::size_t find_week(TimeMs at, const Span& year) {
  const TimeMs within = wrap(at - year.begin, year.end - year.begin);
  return std::min(static_cast<std::size_t>(within / kWeekMs), kNWeeks - 1);
}

/// The part of the year that a week has; the last takes the rest, and may be empty.
constexpr Span week_span(std::size_t week, const Span& year) {
  const TimeMs begin = std::min(year.begin + static_cast<TimeMs>(week) * kWeekMs, year.end);
  return {begin, week + 1 == kNWeeks ? year.end : std::min(begin + kWeekMs, year.end)};
}

/// Of the year's own cases, those called in it, each followed to its end. What of them falls after
/// the year is counted in the same week of the year, as if the year before had been like this one:
/// so every week has the cases open and the follow-ups of its time, those of months ago too,
/// however short the warm-up is. Beds are those in use within the year.
struct WeekTally {
  std::int64_t n_cases = 0;       ///< called in the week
  std::int64_t n_disposed = 0;    ///< disposed in the week
  std::int64_t n_follow_ups = 0;  ///< due in the week
  std::int64_t n_helped = 0;  ///< of those called in the week, who got help before the run ended
  TimeMs wait_ms = 0;         ///< over them: from arrival to first help, 0 for help on the way
  TimeMs bed_ms = 0;          ///< integral of the beds in use, for whichever centre's cases

  WeekTally& operator+=(const WeekTally& other);
};

/// Of a centre, or of several together.
struct YearWeeks {
  std::int64_t n_beds = 0;
  /// Not disposed at the year's end, once for each such end that they are open at.
  std::int64_t n_open_at_start = 0;
  std::array<WeekTally, kNWeeks> weeks{};

  YearWeeks& operator+=(const YearWeeks& other);
};

/// Cases open at the end of each week: those before, with those called, less those disposed.
std::array<std::int64_t, kNWeeks> count_open(const YearWeeks& year);

/// The integral of a number by week. Times must not decrease.
class WeekGauge {
 public:
  void add(TimeMs now, const Span& year) { change(now, year, 1); }
  void remove(TimeMs now, const Span& year) { change(now, year, -1); }
  /// Number present x milliseconds within each week, up to the last change or `settle`.
  [[nodiscard]] TimeMs integral(std::size_t week) const { return by_week_[week]; }
  void settle(TimeMs now, const Span& year) { change(now, year, 0); }

 private:
  void change(TimeMs now, const Span& year, std::int64_t by);

  std::array<TimeMs, kNWeeks> by_week_{};
  std::int64_t count_ = 0;
  TimeMs since_ = 0;
};

}  // namespace pahunch
