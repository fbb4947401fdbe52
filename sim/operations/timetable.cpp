#include "sim/operations/timetable.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace pahunch {
namespace {

bool is_all_week(const Post& post) {
  return post.weekly.size() == 1 && post.weekly.front() == Span{0, kWeekMs};
}

/// When the stretch of the week ends in which a moment lies; and is it one of duty?
Timetable::Duty find_in_week(SpanCursor& weekly, TimeMs at, TimeMs in_week) {
  if (weekly.spans().empty()) return {};
  const auto& stretch = weekly.find(in_week);
  if (stretch.since == 0 && stretch.until == kWeekMs) return {1, kNeverMs};  // all the week
  const TimeMs until =
      stretch.until == kNeverMs ? kWeekMs + weekly.spans().front().begin : stretch.until;
  return {stretch.inside ? 1U : 0U, until + at - in_week};
}

}  // namespace

Timetable Timetable::always(std::uint32_t n) {
  Timetable table;
  table.n_constant_ = n;
  return table;
}

Timetable::Timetable(std::vector<Post> posts, TimeMs week_offset_ms)
    : week_offset_ms_(week_offset_ms) {
  for (Post& post : posts) {
    if (is_all_week(post) && post.absent.empty()) {
      ++n_constant_;
    } else {
      posts_.push_back({SpanCursor(std::move(post.weekly)), SpanCursor(std::move(post.absent))});
    }
  }
}

SpanCursor::Stretch SpanCursor::search(TimeMs at) const {
  const auto span = std::upper_bound(spans_.begin(), spans_.end(), at,
                                     [](TimeMs time, const Span& one) { return time < one.end; });
  const TimeMs since =
      span == spans_.begin() ? std::numeric_limits<TimeMs>::min() : std::prev(span)->end;
  if (span == spans_.end()) return {false, since, kNeverMs};
  if (span->begin <= at) return {true, span->begin, span->end};
  return {false, since, span->begin};
}

Timetable::Duty Timetable::look_up(TimeMs at) {
  Duty duty{.n = n_constant_};
  const TimeMs in_week = posts_.empty() ? 0 : wrap(at + week_offset_ms_, kWeekMs);
  for (PostCursor& post : posts_) {
    const auto& away = post.absent.find(at);
    duty.until = std::min(duty.until, away.until);
    if (away.inside) continue;
    const Duty at_work = find_in_week(post.weekly, at, in_week);
    duty.until = std::min(duty.until, at_work.until);
    duty.n += at_work.n;
  }
  return duty;
}

TimeMs Timetable::find_rise(TimeMs after, TimeMs until) {
  Duty before = look_up(after);
  while (before.until < until) {
    const Duty now = look_up(before.until);
    if (now.n > before.n) return before.until;
    before = now;
  }
  return kNeverMs;
}

}  // namespace pahunch
