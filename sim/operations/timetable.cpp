#include "sim/operations/timetable.h"

#include <algorithm>

namespace pahunch {
namespace {

/// Whether a moment lies in one of some sorted spans, and up to when that stays so.
struct Place {
  bool inside = false;
  TimeMs until = kNeverMs;
};

Place find_place(const std::vector<Span>& spans, TimeMs at) {
  const auto span = std::upper_bound(spans.begin(), spans.end(), at,
                                     [](TimeMs time, const Span& one) { return time < one.end; });
  if (span == spans.end()) return {};
  return span->begin <= at ? Place{true, span->end} : Place{false, span->begin};
}

bool is_all_week(const Post& post) {
  return post.weekly.size() == 1 && post.weekly.front() == Span{0, kWeekMs};
}

Place find_in_week(const Post& post, TimeMs at, TimeMs in_week) {
  if (post.weekly.empty()) return {};
  if (is_all_week(post)) return {true, kNeverMs};
  Place place = find_place(post.weekly, in_week);
  if (place.until == kNeverMs) place.until = kWeekMs + post.weekly.front().begin;
  place.until += at - in_week;
  return place;
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
      posts_.push_back(std::move(post));
    }
  }
}

Timetable::Duty Timetable::look_up(TimeMs at) const {
  Duty duty{.n = n_constant_};
  const TimeMs in_week = posts_.empty() ? 0 : wrap(at + week_offset_ms_, kWeekMs);
  for (const Post& post : posts_) {
    const Place away = find_place(post.absent, at);
    duty.until = std::min(duty.until, away.until);
    if (away.inside) continue;
    const Place at_work = find_in_week(post, at, in_week);
    duty.until = std::min(duty.until, at_work.until);
    if (at_work.inside) ++duty.n;
  }
  return duty;
}

TimeMs Timetable::find_rise(TimeMs after, TimeMs until) const {
  Duty before = look_up(after);
  while (before.until < until) {
    const Duty now = look_up(before.until);
    if (now.n > before.n) return before.until;
    before = now;
  }
  return kNeverMs;
}

}  // namespace pahunch
