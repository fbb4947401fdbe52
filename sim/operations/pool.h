/// \file
/// A counted pool of one kind at one centre: so many on duty, so many in use, and those who wait.
#pragma once

#include <cstdint>

#include "geo/base/id.h"
#include "sim/operations/clock.h"
#include "sim/operations/timetable.h"
#include "sim/operations/waiting_line.h"

namespace pahunch {

/// Centre x number of kinds + kind.
using PoolIdx = Idx<struct PoolTag>;

/// A service that began goes on over the end of a shift, and counts against the next one's number
/// until it ends.
class Pool {
 public:
  explicit Pool(Timetable timetable) : timetable_(std::move(timetable)) {}

  [[nodiscard]] bool has_free(TimeMs now) {
    if (now >= known_until_) look_up(now);
    return n_busy_ < n_on_duty_;
  }
  void take_one() { ++n_busy_; }
  void free_one() { --n_busy_; }
  [[nodiscard]] const Timetable& timetable() const { return timetable_; }

  WaitingLine line;
  std::uint32_t n_waiting = 0;  ///< cases in the line, without stale entries and probes
  /// When a shift begins that the loop will be woken for; not later than now: none is foreseen.
  TimeMs wake_at = std::numeric_limits<TimeMs>::min();

 private:
  void look_up(TimeMs now) {
    n_on_duty_ = timetable_.count_on_duty(now);
    known_until_ = timetable_.find_change(now);
  }

  Timetable timetable_;
  std::uint32_t n_busy_ = 0;
  std::uint32_t n_on_duty_ = 0;
  TimeMs known_until_ = std::numeric_limits<TimeMs>::min();
};

}  // namespace pahunch
