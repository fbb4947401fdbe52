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

  std::uint32_t count_on_duty(TimeMs now) {
    if (now >= duty_.until) duty_ = timetable_.look_up(now);
    return duty_.n;
  }
  bool has_free(TimeMs now) { return n_busy_ < count_on_duty(now); }
  void take_one() { ++n_busy_; }
  void free_one() { --n_busy_; }
  Timetable& timetable() { return timetable_; }

  WaitingLine line;
  std::uint32_t n_waiting = 0;  ///< cases in the line, without stale entries and probes
  /// When a shift begins that the loop will be woken for; not later than now: none is foreseen.
  TimeMs wake_at = std::numeric_limits<TimeMs>::min();

 private:
  Timetable timetable_;
  std::uint32_t n_busy_ = 0;
  Timetable::Duty duty_ = {0, std::numeric_limits<TimeMs>::min()};
};

}  // namespace pahunch
