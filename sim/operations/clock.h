/// \file
/// The clock of a replicate year: whole milliseconds in 64 bits.
///
/// Time 0 is midnight, local time, at the start of the year; times before it belong to the warm-up
/// and are negative. Summer time does not exist here.
#pragma once

#include <cstdint>
#include <limits>

namespace pahunch {

using TimeMs = std::int64_t;

inline constexpr TimeMs kSecondMs = 1000;
inline constexpr TimeMs kMinuteMs = 60 * kSecondMs;
inline constexpr TimeMs kHourMs = 60 * kMinuteMs;
inline constexpr TimeMs kDayMs = 24 * kHourMs;
inline constexpr TimeMs kWeekMs = 7 * kDayMs;
inline constexpr TimeMs kYearMs = 365 * kDayMs;
/// Later than everything.
inline constexpr TimeMs kNeverMs = std::numeric_limits<TimeMs>::max();

/// A stretch of time, the end outside.
struct Span {
  TimeMs begin = 0;
  TimeMs end = 0;
  [[nodiscard]] constexpr bool holds(TimeMs at) const { return begin <= at && at < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// How much of [begin, end) lies within `window`.
constexpr TimeMs clip(TimeMs begin, TimeMs end, const Span& window) {
  const TimeMs from = begin > window.begin ? begin : window.begin;
  const TimeMs to = end < window.end ? end : window.end;
  return to > from ? to - from : 0;
}

/// The remainder of `at` by `period`, in [0, period) for negative times too.
constexpr TimeMs wrap(TimeMs at, TimeMs period) {
  const TimeMs rest = at % period;
  return rest < 0 ? rest + period : rest;
}

}  // namespace pahunch
