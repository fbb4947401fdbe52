#include "sim/operations/timetable.h"

#include <algorithm>

namespace pahunch {
namespace {

/// The first span that ends after `at`.
auto first_not_over(const std::vector<Span>& spans, TimeMs at) {
  return std::upper_bound(spans.begin(), spans.end(), at,
                          [](TimeMs time, const Span& span) { return time < span.end; });
}

/// The first border of sorted spans after `at`, or `kNeverMs`.
TimeMs first_border_after(const std::vector<Span>& spans, TimeMs at) {
  const auto span = first_not_over(spans, at);
  if (span == spans.end()) return kNeverMs;
  return span->begin > at ? span->begin : span->end;
}

bool is_all_week(const Post& post) {
  return post.weekly.size() == 1 && post.weekly.front() == Span{0, kWeekMs};
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

bool Timetable::is_on_duty(const Post& post, TimeMs at) const {
  const auto absence = first_not_over(post.absent, at);
  if (absence != post.absent.end() && absence->begin <= at) return false;
  const TimeMs in_week = wrap(at + week_offset_ms_, kWeekMs);
  const auto duty = first_not_over(post.weekly, in_week);
  return duty != post.weekly.end() && duty->begin <= in_week;
}

std::uint32_t Timetable::count_on_duty(TimeMs at) const {
  const auto n = std::count_if(posts_.begin(), posts_.end(),
                               [&](const Post& post) { return is_on_duty(post, at); });
  return n_constant_ + static_cast<std::uint32_t>(n);
}

TimeMs Timetable::find_change(const Post& post, TimeMs after) const {
  const TimeMs absence = first_border_after(post.absent, after);
  if (post.weekly.empty()) return kNeverMs;
  if (is_all_week(post)) return absence;
  const TimeMs in_week = wrap(after + week_offset_ms_, kWeekMs);
  TimeMs border = first_border_after(post.weekly, in_week);
  if (border == kNeverMs) border = kWeekMs + post.weekly.front().begin;
  return std::min(absence, after + (border - in_week));
}

TimeMs Timetable::find_change(TimeMs after) const {
  TimeMs first = kNeverMs;
  for (const Post& post : posts_) first = std::min(first, find_change(post, after));
  return first;
}

TimeMs Timetable::find_rise(TimeMs after, TimeMs until) const {
  std::uint32_t before = count_on_duty(after);
  for (TimeMs at = find_change(after); at < until; at = find_change(at)) {
    const std::uint32_t now = count_on_duty(at);
    if (now > before) return at;
    before = now;
  }
  return kNeverMs;
}

}  // namespace pahunch
