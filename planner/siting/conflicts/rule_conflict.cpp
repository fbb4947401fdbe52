#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/siting/choice_rules.h"
#include "planner/siting/conflicts/infeasibility.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

bool is_locked(const SitingProblem& problem, SiteIdx at) {
  return problem.sites[at].status == SiteStatus::kLocked;
}

std::size_t count_locked(const SitingProblem& problem, const SiteGroup& group) {
  return static_cast<std::size_t>(
      std::ranges::count_if(group.sites, [&](SiteIdx at) { return is_locked(problem, at); }));
}

std::optional<Infeasibility> find_small_group(const SitingProblem& problem,
                                              const SitingRules& rules) {
  for (const SiteGroup& group : rules.groups) {
    const auto n = static_cast<std::size_t>(std::ranges::count_if(group.sites, [&](SiteIdx at) {
      return problem.sites[at].status != SiteStatus::kForbidden;
    }));
    if (n >= group.at_least && group.at_least <= group.at_most.value_or(group.at_least)) continue;
    const std::size_t most = std::min(n, group.at_most.value_or(n));
    return Infeasibility{fmt::format("group '{}' is to hold at least {} open sites and can hold {}",
                                     group.name, group.at_least, most),
                         fmt::format("ask for {} (--at-least {})", most, most)};
  }
  return std::nullopt;
}

/// The least that a choice within the rules can cost.
struct LeastCost {
  bool is_known = false;            ///< the solver came to an end
  std::optional<double> cost = {};  ///< none: there is no choice
};
LeastCost find_least(const ChoiceRules& rules, const std::vector<double>& cost,
                     const StopSignal& signal) {
  MipModel mip;
  std::vector<int> open;
  for (const double value : cost) open.push_back(mip.add_column(value, MipColumnKind::kWhole));
  add_rule_rows(mip, rules, open);
  const MipResult result = solve_mip(mip, {}, signal);
  const bool is_known = result.status != MipStatus::kStopped;
  if (!result.has_solution()) return {.is_known = is_known};
  double sum = 0;
  for (const SiteColumn column : read_open(result.values, open)) sum += cost[column];
  return {.is_known = is_known, .cost = sum};
}

Infeasibility explain_by_number(const ChoiceRules& rules, std::size_t n_new,
                                const StopSignal& signal) {
  ChoiceRules free = rules;
  free.at_least = 0;
  free.at_most = rules.n_columns();
  const auto most = find_least(free, std::vector<double>(rules.n_columns(), -1), signal);
  const auto least = find_least(free, std::vector<double>(rules.n_columns(), 1), signal);
  if (!most.is_known || !least.is_known) {
    return {"no choice keeps all rules", "drop one of them"};
  }
  if (most.cost && least.cost) {
    const auto n_most = static_cast<std::size_t>(std::lround(-*most.cost));
    const auto n_least = static_cast<std::size_t>(std::lround(*least.cost));
    if (n_new > n_most) {
      return {fmt::format("{} more sites are asked for, and the other rules let {} be opened",
                          n_new, n_most),
              fmt::format("ask for {} more sites (--p {})", n_most, n_most)};
    }
    return {fmt::format("{} more sites are asked for, and the other rules need at least {}", n_new,
                        n_least),
            fmt::format("ask for {} more sites (--p {})", n_least, n_least)};
  }
  return {"the rules rule each other out, with any number of sites",
          "drop one of the groups' lower limits or of the exclusions"};
}

std::optional<Infeasibility> explain_by_budget(const ChoiceRules& rules, const StopSignal& signal) {
  ChoiceRules unlimited = rules;
  unlimited.budget.reset();
  const auto least = find_least(unlimited, rules.cost, signal);
  if (!least.is_known || !least.cost) return std::nullopt;
  return Infeasibility{
      fmt::format("the other rules need sites for at least {}, and the budget is {}", *least.cost,
                  *rules.budget),
      fmt::format("a budget of {} (--budget {})", *least.cost, *least.cost)};
}

}  // namespace

std::optional<Infeasibility> find_locked_conflict(const SitingProblem& problem,
                                                  const SitingRules& rules) {
  for (const SiteGroup& group : rules.groups) {
    const std::size_t n = count_locked(problem, group);
    if (!group.at_most || n <= *group.at_most) continue;
    return Infeasibility{fmt::format("{} locked sites are in group '{}', which may hold {}", n,
                                     group.name, *group.at_most),
                         fmt::format("let it hold {} (--at-most {})", n, n)};
  }
  for (const auto& [a, b] : rules.exclusive) {
    if (a == b || !is_locked(problem, a) || !is_locked(problem, b)) continue;
    return Infeasibility{fmt::format("the locked sites '{}' and '{}' rule each other out",
                                     problem.sites[a].id, problem.sites[b].id),
                         "unlock one of them, or let both be open"};
  }
  return std::nullopt;
}

std::optional<Infeasibility> find_rule_conflict(const SitingProblem& problem,
                                                const SitingRules& rules,
                                                const StopSignal& signal) {
  if (auto found = find_locked_conflict(problem, rules)) return found;
  const ChoiceRules choice = make_choice_rules(problem, rules);
  if (rules.n_new.value_or(0) > choice.n_columns()) {
    return Infeasibility{
        fmt::format("{} more sites are asked for, and there are {} candidates", *rules.n_new,
                    choice.n_columns()),
        fmt::format("ask for {} more sites (--p {})", choice.n_columns(), choice.n_columns())};
  }
  if (auto found = find_small_group(problem, rules)) return found;
  if (choice.only_count()) return std::nullopt;
  // The signal is not asked here: without a choice there is nothing to report.
  const LeastCost any = find_least(choice, choice.cost, StopSignal(std::nullopt, nullptr));
  if (any.cost || !any.is_known) return std::nullopt;
  if (choice.budget) {
    if (auto found = explain_by_budget(choice, signal)) return found;
  }
  return explain_by_number(choice, rules.n_new.value_or(0), signal);
}

}  // namespace pahunch
