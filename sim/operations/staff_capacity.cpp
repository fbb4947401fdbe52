#include "sim/operations/staff_capacity.h"

#include <algorithm>
#include <limits>
#include <set>

#include "sim/operations/centre_plan.h"

namespace pahunch {
namespace {

constexpr double kHoursOf = static_cast<double>(kHourMs);
constexpr double kWeeksPerYear = 365.0 / 7;

/// Posts added to a centre: with more, hours on duty are not what is lacking.
constexpr int kMostPosts = 1000;

/// Mean hours of work of a step, a case, travel apart. Staff's steps are the same in all channels.
double mean_hours(const StepPlan& step) {
  const Band& band = step.bands[static_cast<std::size_t>(Channel::kWalkIn)];
  const double length = static_cast<double>(step.duration.mean_ms()) +
                        step.p_longer * static_cast<double>(step.longer.mean_ms());
  return (band.to - band.from) * step.sessions.mean * length / kHoursOf;
}

}  // namespace

StaffCapacityModel::StaffCapacityModel(const OperationsModel& model) : model_(model) {
  const CarePlan plan = make_centre_plan(model);
  for (std::size_t at = 0; at < plan.n_steps(); ++at) {
    const StepPlan& step = plan.step(StepIdx(at));
    Work work = {.roles = 0, .hours = mean_hours(step)};
    for (std::size_t role = 0; role < model.staff.size(); ++role) {
      if (std::ranges::find(step.served_by, role_pool(role)) != step.served_by.end()) {
        work.roles |= RoleSet{1} << role;
      }
    }
    if (work.roles != 0 && work.hours > 0) work_.push_back(work);
  }
}

double StaffCapacityModel::hours_per_year(const CentreResources& centre, std::size_t role) const {
  const StaffRole& one = model_.staff[role];
  TimeMs a_week = 0;
  for (std::uint32_t post = 0; post < centre.n_posts[role]; ++post) {
    for (const Span& span : make_weekly_hours(one, post, centre.opening)) {
      a_week += span.end - span.begin;
    }
  }
  return static_cast<double>(a_week) / kHoursOf * kWeeksPerYear * (1 - one.p_vacant.value) *
         (1 - one.leave_days.value / 365);
}

StaffCapacity StaffCapacityModel::find(const CentreResources& centre) const {
  RoleSet staffed = 0;
  std::vector<double> hours;
  for (std::size_t role = 0; role < model_.staff.size(); ++role) {
    hours.push_back(hours_per_year(centre, role));
    if (centre.n_posts[role] > 0) staffed |= RoleSet{1} << role;
  }
  std::set<RoleSet> groups;  // unions of the roles of some works: nothing else can bind first
  for (const Work& work : work_) {
    const RoleSet roles = work.roles & staffed;
    if (roles == 0) continue;
    std::set<RoleSet> more = {roles};
    for (const RoleSet group : groups) more.insert(group | roles);
    groups.merge(more);
  }
  if (groups.empty() && !work_.empty()) return {.cases_per_year = 0, .binds = all_workers()};
  StaffCapacity found = {.cases_per_year = std::numeric_limits<double>::infinity(), .binds = {}};
  RoleSet binds = 0;
  for (const RoleSet group : groups) {
    double there = 0, needed = 0;
    for (std::size_t role = 0; role < hours.size(); ++role) {
      if ((group >> role & 1U) != 0) there += hours[role];
    }
    for (const Work& work : work_) {
      const RoleSet roles = work.roles & staffed;
      if (roles != 0 && (roles & ~group) == 0) needed += work.hours;
    }
    if (there / needed >= found.cases_per_year) continue;
    found.cases_per_year = there / needed;
    binds = group;
  }
  for (std::size_t role = 0; role < hours.size(); ++role) {
    if ((binds >> role & 1U) != 0) found.binds.push_back(role);
  }
  return found;
}

std::vector<std::size_t> StaffCapacityModel::all_workers() const {
  RoleSet any = 0;
  for (const Work& work : work_) any |= work.roles;
  std::vector<std::size_t> roles;
  for (std::size_t role = 0; role < model_.staff.size(); ++role) {
    if ((any >> role & 1U) != 0) roles.push_back(role);
  }
  return roles;
}

std::optional<std::vector<std::uint32_t>> StaffCapacityModel::find_more_posts(
    const CentreResources& centre, double cases_per_year) const {
  std::vector<std::uint32_t> more(model_.staff.size(), 0);
  CentreResources grown = centre;
  for (int n = 0; n < kMostPosts; ++n) {
    const StaffCapacity now = find(grown);
    if (now.cases_per_year >= cases_per_year) return more;
    std::size_t best = now.binds.front();
    double most = -1;
    for (const std::size_t role : now.binds) {
      CentreResources one = grown;
      ++one.n_posts[role];
      const double there = hours_per_year(one, role) - hours_per_year(grown, role);
      if (there <= most) continue;
      most = there;
      best = role;
    }
    ++grown.n_posts[best];
    ++more[best];
  }
  return std::nullopt;
}

std::string StaffCapacityModel::names(const std::vector<std::size_t>& roles) const {
  std::string text;
  for (std::size_t at = 0; at < roles.size(); ++at) {
    const bool is_last = at + 1 == roles.size();
    if (at > 0) text += is_last ? " and " : ", ";
    text += model_.staff[roles[at]].name;
  }
  return text;
}

}  // namespace pahunch
