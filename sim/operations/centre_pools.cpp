#include "sim/operations/centre_pools.h"

#include <algorithm>
#include <cmath>

#include "sim/random/exponential.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

std::uint32_t to_places(double value) {
  return static_cast<std::uint32_t>(std::max(std::lround(value), 0L));
}

TimeMs hours_to_ms(double hours) {
  return static_cast<TimeMs>(std::lround(hours * static_cast<double>(kHourMs)));
}

/// Spans in any order, made sorted and apart.
std::vector<Span> unite(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> united;
  for (const Span& span : spans) {
    if (span.end <= span.begin) continue;
    if (!united.empty() && span.begin <= united.back().end) {
      united.back().end = std::max(united.back().end, span.end);
    } else {
      united.push_back(span);
    }
  }
  return united;
}

/// A stretch of the week that may pass its end, or begin before its start, put into the week.
void add_wrapped(const Span& span, std::vector<Span>& week) {
  for (const TimeMs shift : {-kWeekMs, TimeMs{0}, kWeekMs}) {
    const Span moved{std::max(span.begin + shift, TimeMs{0}), std::min(span.end + shift, kWeekMs)};
    if (moved.begin < moved.end) week.push_back(moved);
  }
}

/// The same hours on each day of the week that is worked.
template <class IsWorked>
std::vector<Span> repeat_daily(const HourSpan& hours, const IsWorked& is_worked) {
  std::vector<Span> week;
  for (TimeMs day = 0; day < 7; ++day) {
    if (!is_worked(day)) continue;
    const TimeMs midnight = day * kDayMs;
    add_wrapped({midnight + hours_to_ms(hours.from_h), midnight + hours_to_ms(hours.to_h)}, week);
  }
  return unite(std::move(week));
}

std::vector<Span> intersect(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::vector<Span> both;
  for (const Span& one : a) {
    for (const Span& other : b) {
      const Span part{std::max(one.begin, other.begin), std::min(one.end, other.end)};
      if (part.begin < part.end) both.push_back(part);
    }
  }
  return unite(std::move(both));
}

/// How one post, or one vehicle, fails to be there.
struct Absences {
  double share = 0;       ///< of the time, below 1
  double spell_days = 1;  ///< mean length of one
};

/// Away and there by turns, with exponential lengths: the state at the start is drawn too.
std::vector<Span> draw_absences(const Absences& law, const Span& when, RandomStream& random) {
  std::vector<Span> away;
  if (!(law.share > 0)) return away;
  const double day_ms = static_cast<double>(kDayMs);
  const ExponentialDistribution away_ms(law.spell_days * day_ms);
  const ExponentialDistribution there_ms(law.spell_days * day_ms * (1 - law.share) / law.share);
  bool is_away = random.uniform() < law.share;
  for (TimeMs at = when.begin; at < when.end; is_away = !is_away) {
    const double length = is_away ? away_ms(random) : there_ms(random);
    const TimeMs end = at + 1 + static_cast<TimeMs>(length);
    if (is_away) away.push_back({at, end});
    at = end;
  }
  return away;
}

Timetable make_staff_table(const StaffRole& role, const CentreResources& centre,
                           std::uint32_t n_posts, const DutyPeriod& period) {
  const std::uint64_t role_key = entity_key(centre.key, entity_key(role.name));
  const Absences leave{role.leave_days.value / 365, role.leave_spell_days.value};
  std::vector<Post> posts;
  for (std::uint32_t i = 0; i < n_posts; ++i) {
    RandomStream random({.seed = period.seed,
                         .replicate = period.replicate,
                         .purpose = Purpose::kStaff,
                         .entity = entity_key(role_key, i)});
    if (random.uniform() < role.p_vacant.value) continue;
    Post post{make_weekly_hours(role, i, centre.opening),
              draw_absences(leave, period.when, random)};
    post.absent.insert(post.absent.end(), centre.closed.begin(), centre.closed.end());
    post.absent = unite(std::move(post.absent));
    if (!post.weekly.empty()) posts.push_back(std::move(post));
  }
  return Timetable(std::move(posts), period.week_offset_ms);
}

Timetable make_vehicle_table(const RescueModel& rescue, const CentreResources& centre,
                             const DutyPeriod& period) {
  const Absences repair{rescue.off_road_share.value, rescue.off_road_days.value};
  std::vector<Post> posts;
  for (std::uint32_t i = 0; i < centre.n_vehicles; ++i) {
    RandomStream random({.seed = period.seed,
                         .replicate = period.replicate,
                         .purpose = Purpose::kVehicle,
                         .entity = entity_key(centre.key, i)});
    Post post{.absent = draw_absences(repair, period.when, random)};
    post.absent.insert(post.absent.end(), centre.closed.begin(), centre.closed.end());
    post.absent = unite(std::move(post.absent));
    posts.push_back(std::move(post));
  }
  return Timetable(std::move(posts), period.week_offset_ms);
}

Timetable make_bed_table(const CentreResources& centre) {
  if (centre.closed.empty()) return Timetable::always(centre.n_beds);
  return Timetable(std::vector<Post>(centre.n_beds, Post{.absent = unite(centre.closed)}), 0);
}

}  // namespace

std::vector<Span> make_weekly_hours(const StaffRole& role, std::size_t post,
                                    const HourSpan& opening) {
  const HourSpan& shift = role.shifts[post % role.shifts.size()];
  const auto last_rest = static_cast<TimeMs>((13 - post % 7) % 7);
  const auto is_worked = [&](TimeMs day) {
    return wrap(last_rest - day, 7) >= static_cast<TimeMs>(role.rest_days);
  };
  const auto is_open = [](TimeMs /*day*/) { return true; };
  return intersect(repeat_daily(shift, is_worked), repeat_daily(opening, is_open));
}

CentreResources make_centre_resources(const OperationsModel& model, const Centre& centre) {
  CentreResources made{
      .key = entity_key(centre.id),
      .n_beds = to_places(centre.beds.value_or(model.shelter.beds.value)),
      .n_vehicles = to_places(centre.vehicles.value_or(model.rescue.vehicles.value)),
      .opening = model.opening,
      .n_posts = {}};
  for (const StaffRole& role : model.staff) made.n_posts.push_back(to_places(role.posts.value));
  const auto found = model.centres.find(centre.id);
  if (found == model.centres.end()) return made;
  const CentreOverride& own = found->second;
  if (own.beds) made.n_beds = static_cast<std::uint32_t>(*own.beds);
  if (own.vehicles) made.n_vehicles = static_cast<std::uint32_t>(*own.vehicles);
  if (own.opening) made.opening = *own.opening;
  for (std::size_t i = 0; i < model.staff.size(); ++i) {
    const auto posts = own.posts.find(model.staff[i].name);
    if (posts != own.posts.end()) made.n_posts[i] = static_cast<std::uint32_t>(posts->second);
  }
  return made;
}

IdxVector<PoolIdx, Timetable> make_timetables(const OperationsModel& model,
                                              const IdxVector<CentreIdx, CentreResources>& centres,
                                              const DutyPeriod& period) {
  IdxVector<PoolIdx, Timetable> tables;
  for (const CentreResources& centre : centres) {
    tables.push_back(make_vehicle_table(model.rescue, centre, period));
    tables.push_back(make_bed_table(centre));
    for (std::size_t i = 0; i < model.staff.size(); ++i) {
      tables.push_back(make_staff_table(model.staff[i], centre, centre.n_posts[i], period));
    }
  }
  return tables;
}

}  // namespace pahunch
