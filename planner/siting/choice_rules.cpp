#include "planner/siting/choice_rules.h"

#include <algorithm>
#include <unordered_map>

namespace pahunch {
namespace {

/// Sums of costs in different orders differ by less than this share of the budget.
constexpr double kBudgetSlack = 1e-12;

std::vector<bool> ruled_out_by_locked(const SitingProblem& problem, const SitingRules& rules) {
  std::vector<bool> out(problem.sites.size(), false);
  for (const auto& [a, b] : rules.exclusive) {
    if (a == b) continue;
    if (problem.sites[a].status == SiteStatus::kLocked) out[b.value()] = true;
    if (problem.sites[b].status == SiteStatus::kLocked) out[a.value()] = true;
  }
  return out;
}

std::vector<SiteIdx> choosable(const SitingProblem& problem, const SitingRules& rules) {
  const auto ruled_out = ruled_out_by_locked(problem, rules);
  std::vector<SiteIdx> sites;
  for (const SiteIdx at : problem.with_status(SiteStatus::kCandidate)) {
    if (!ruled_out[at.value()]) sites.push_back(at);
  }
  std::ranges::sort(sites, {},
                    [&](SiteIdx at) -> const std::string& { return problem.sites[at].id; });
  return sites;
}

ChoiceRules::Group make_group(const SitingProblem& problem, const SiteGroup& group,
                              const std::vector<SiteColumn>& column_of) {
  ChoiceRules::Group made = {.name = group.name, .columns = {}};
  std::size_t n_locked = 0;
  for (const SiteIdx at : group.sites) {
    if (problem.sites[at].status == SiteStatus::kLocked) ++n_locked;
    if (column_of[at.value()] != kNoColumn) made.columns.push_back(column_of[at.value()]);
  }
  std::ranges::sort(made.columns);
  made.at_least = group.at_least > n_locked ? group.at_least - n_locked : 0;
  made.at_most = made.columns.size();
  if (group.at_most) {
    const std::size_t left = *group.at_most > n_locked ? *group.at_most - n_locked : 0;
    made.at_most = std::min(made.at_most, left);
  }
  return made;
}

}  // namespace

std::vector<SiteColumn> columns_by_site(const SitingProblem& problem, const ChoiceRules& rules) {
  std::vector<SiteColumn> at(problem.sites.size(), kNoColumn);
  for (SiteColumn column = 0; column < rules.n_columns(); ++column) {
    at[rules.sites[column].value()] = column;
  }
  return at;
}

ChoiceRules make_choice_rules(const SitingProblem& problem, const SitingRules& rules) {
  ChoiceRules made;
  made.sites = choosable(problem, rules);
  for (const SiteIdx at : made.sites) made.cost.push_back(problem.sites[at].cost);
  made.at_least = rules.n_new.value_or(0);
  made.at_most = rules.n_new.value_or(made.n_columns());
  made.budget = rules.budget;
  const auto column_of = columns_by_site(problem, made);
  for (const SiteGroup& group : rules.groups) {
    auto item = make_group(problem, group, column_of);
    const bool binds = item.at_least > 0 || item.at_most < item.columns.size();
    if (binds) made.groups.push_back(std::move(item));
  }
  std::ranges::sort(made.groups, {}, [](const auto& group) { return group.name; });
  for (const auto& [a, b] : rules.exclusive) {
    const SiteColumn one = column_of[a.value()], other = column_of[b.value()];
    if (one == kNoColumn || other == kNoColumn || one == other) continue;
    made.exclusive.emplace_back(std::min(one, other), std::max(one, other));
  }
  std::ranges::sort(made.exclusive);
  const auto doubles = std::ranges::unique(made.exclusive);
  made.exclusive.erase(doubles.begin(), doubles.end());
  return made;
}

std::vector<SiteColumn> columns_of(const ChoiceRules& rules, std::span<const SiteIdx> sites) {
  std::vector<SiteColumn> found;
  for (SiteColumn column = 0; column < rules.n_columns(); ++column) {
    if (std::ranges::find(sites, rules.sites[column]) != sites.end()) found.push_back(column);
  }
  return found;
}

RuleTracker::RuleTracker(const ChoiceRules& rules)
    : rules_(rules),
      open_(rules.n_columns(), false),
      in_group_(rules.groups.size(), 0),
      groups_of_(rules.n_columns()),
      rivals_of_(rules.n_columns()) {
  for (std::uint32_t group = 0; group < rules.groups.size(); ++group) {
    for (const SiteColumn column : rules.groups[group].columns) groups_of_[column].push_back(group);
  }
  for (const auto& [a, b] : rules.exclusive) {
    rivals_of_[a].push_back(b);
    rivals_of_[b].push_back(a);
  }
}

void RuleTracker::add(SiteColumn column) {
  open_[column] = true;
  ++n_open_;
  spent_ += rules_.cost[column];
  for (const auto group : groups_of_[column]) ++in_group_[group];
}

void RuleTracker::remove(SiteColumn column) {
  open_[column] = false;
  --n_open_;
  spent_ -= rules_.cost[column];
  for (const auto group : groups_of_[column]) --in_group_[group];
}

bool RuleTracker::fits_budget(double change) const {
  return !rules_.budget || spent_ + change <= *rules_.budget * (1 + kBudgetSlack);
}

bool RuleTracker::can_add(SiteColumn column) const {
  if (n_open_ >= rules_.at_most || !fits_budget(rules_.cost[column])) return false;
  const auto has_room = [&](std::uint32_t group) {
    return in_group_[group] < rules_.groups[group].at_most;
  };
  return std::ranges::all_of(groups_of_[column], has_room) &&
         std::ranges::none_of(rivals_of_[column], [&](SiteColumn rival) { return open_[rival]; });
}

bool RuleTracker::group_allows(SiteColumn in, SiteColumn out) const {
  const auto has = [&](SiteColumn column, std::uint32_t group) {
    return std::ranges::find(groups_of_[column], group) != groups_of_[column].end();
  };
  const auto takes = [&](std::uint32_t group) {
    return in_group_[group] < rules_.groups[group].at_most || has(out, group);
  };
  const auto spares = [&](std::uint32_t group) {
    return in_group_[group] > rules_.groups[group].at_least || has(in, group);
  };
  return std::ranges::all_of(groups_of_[in], takes) && std::ranges::all_of(groups_of_[out], spares);
}

bool RuleTracker::can_swap(SiteColumn in, SiteColumn out) const {
  const auto in_the_way = [&](SiteColumn rival) { return rival != out && open_[rival]; };
  return fits_budget(rules_.cost[in] - rules_.cost[out]) && group_allows(in, out) &&
         std::ranges::none_of(rivals_of_[in], in_the_way);
}

bool RuleTracker::can_remove(SiteColumn column) const {
  return n_open_ > rules_.at_least &&
         std::ranges::all_of(groups_of_[column], [&](std::uint32_t group) {
           return in_group_[group] > rules_.groups[group].at_least;
         });
}

bool RuleTracker::is_wanted(SiteColumn column) const {
  return std::ranges::any_of(groups_of_[column], [&](std::uint32_t group) {
    return in_group_[group] < rules_.groups[group].at_least;
  });
}

bool RuleTracker::is_complete() const {
  for (std::size_t group = 0; group < in_group_.size(); ++group) {
    if (in_group_[group] < rules_.groups[group].at_least) return false;
  }
  return n_open_ >= rules_.at_least;
}

bool keeps_rules(const ChoiceRules& rules, std::span<const SiteColumn> open) {
  RuleTracker tracker(rules);
  for (const SiteColumn column : open) {
    if (tracker.is_open(column) || !tracker.can_add(column)) return false;
    tracker.add(column);
  }
  return tracker.is_complete();
}

}  // namespace pahunch
