/// \file
/// How many of a kind are on duty at a time: posts with weekly hours and absences.
///
/// A bed is a post that never sleeps; a vehicle one with repairs as absences; a member of staff one
/// with shifts, rest days and leave. A vacant post is simply not there.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/operations/clock.h"

namespace pahunch {

struct Post {
  /// When it is on duty, as parts of the week from Monday 0:00, sorted and apart.
  std::vector<Span> weekly = {{0, kWeekMs}};
  /// When it is not there although it should be, sorted and apart.
  std::vector<Span> absent = {};
};

/// Sorted spans that are asked for one moment after another. It remembers the stretch of the last
/// answer, as the next moment mostly lies in it.
class SpanCursor {
 public:
  /// The stretch around a moment: within a span, or between two.
  struct Stretch {
    bool inside = false;
    TimeMs since = 0;
    TimeMs until = 0;  ///< `kNeverMs` after the last span
  };

  explicit SpanCursor(std::vector<Span> spans) : spans_(std::move(spans)) {}

  const Stretch& find(TimeMs at) {
    if (at < last_.since || at >= last_.until) last_ = search(at);
    return last_;
  }
  [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }

 private:
  [[nodiscard]] Stretch search(TimeMs at) const;

  std::vector<Span> spans_;
  Stretch last_ = {};  ///< at first one that holds no moment
};

class Timetable {
 public:
  Timetable() = default;
  /// `n` posts that are always there.
  static Timetable always(std::uint32_t n);
  /// `week_offset_ms`: how far into the week time 0 lies.
  Timetable(std::vector<Post> posts, TimeMs week_offset_ms);

  /// How many are on duty, and from when on that may be otherwise (`kNeverMs`: it stays so).
  struct Duty {
    std::uint32_t n = 0;
    TimeMs until = kNeverMs;
  };
  /// In any order of moments; quickest in theirs.
  [[nodiscard]] Duty look_up(TimeMs at);
  [[nodiscard]] std::uint32_t count_on_duty(TimeMs at) { return look_up(at).n; }
  /// When it next rises; `kNeverMs` when it does not before `until`.
  [[nodiscard]] TimeMs find_rise(TimeMs after, TimeMs until);
  /// The most that are ever on duty together, absences apart.
  [[nodiscard]] std::uint32_t n_posts() const {
    return n_constant_ + static_cast<std::uint32_t>(posts_.size());
  }

 private:
  struct PostCursor {
    SpanCursor weekly, absent;
  };
  std::uint32_t n_constant_ = 0;
  std::vector<PostCursor> posts_;
  TimeMs week_offset_ms_ = 0;
};

}  // namespace pahunch
