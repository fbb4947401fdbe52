#include "planner/siting/check_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "planner/siting/check_given.h"

namespace pahunch {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 1e-9;

/// From the lists by site, where the solver's models read those by demand point.
struct Served {
  std::vector<double> nearest;
  std::vector<int> n_within;
};

Served serve(const SitingProblem& problem, const std::vector<SiteIdx>& sites, double limit) {
  Served served = {std::vector<double>(problem.weights.size(), kNever),
                   std::vector<int>(problem.weights.size(), 0)};
  for (const SiteIdx site : sites) {
    for (const DemandCost& item : problem.reach.of(site)) {
      if (!(item.cost <= limit)) continue;
      double& nearest = served.nearest[item.demand.value()];
      nearest = std::min(nearest, item.cost);
      ++served.n_within[item.demand.value()];
    }
  }
  return served;
}

double site_costs(const SitingProblem& problem, const std::vector<SiteIdx>& sites) {
  double sum = 0;
  for (const SiteIdx at : sites) sum += problem.sites[at].cost;
  return sum;
}

/// What one point adds to a sum.
double part_of(const SitingObjective& objective, double weight, double nearest, int n_within) {
  switch (objective.kind) {
    case ObjectiveKind::kCover:
    case ObjectiveKind::kSetCover:
      return n_within >= 1 ? weight : 0;
    case ObjectiveKind::kBackup:
      return n_within >= 2 ? weight : 0;
    case ObjectiveKind::kGradual:
      return weight * share_at(objective, nearest);
    default:
      return (objective.weighing == Weighing::kEachOnce ? 1 : weight) * nearest;
  }
}

/// Cost times weight of the worst-off, from the worst on.
double sum_worst(const SitingProblem& problem, double share, const std::vector<double>& nearest) {
  std::vector<std::pair<double, std::int64_t>> costs;
  for (const DemandIdx at : indices(problem.weights)) {
    if (problem.weights[at] > 0) costs.emplace_back(nearest[at.value()], problem.weights[at]);
  }
  std::ranges::sort(costs, std::greater<>());
  std::int64_t left = worst_weight(share, problem.total_weight());
  double sum = 0;
  for (const auto& [cost, weight] : costs) {
    const std::int64_t taken = std::min(left, weight);
    if (taken == 0) break;
    sum += cost * static_cast<double>(taken);
    left -= taken;
  }
  return sum;
}

using Broken = std::optional<std::string>;

Broken find_broken_status(const SitingProblem& problem, const std::vector<bool>& is_open) {
  for (const SiteIdx at : indices(problem.sites)) {
    const SiteStatus status = problem.sites[at].status;
    if (is_open[at.value()] && status == SiteStatus::kForbidden) return "a forbidden site is open";
    if (!is_open[at.value()] && status == SiteStatus::kLocked) return "a locked site is not open";
  }
  return std::nullopt;
}

Broken find_broken_limit(const SitingProblem& problem, const SitingRules& rules,
                         const std::vector<bool>& is_open) {
  std::size_t n_new = 0;
  double spent = 0;
  for (const SiteIdx at : indices(problem.sites)) {
    const Site& site = problem.sites[at];
    if (!is_open[at.value()] || site.status != SiteStatus::kCandidate) continue;
    ++n_new;
    spent += site.cost;
  }
  if (n_new != rules.n_new.value_or(n_new)) return "the number of sites is another";
  const bool fits = !rules.budget || spent <= *rules.budget * (1 + kTolerance);
  return fits ? Broken() : "the budget is overrun";
}

Broken find_broken_group(const SitingRules& rules, const std::vector<bool>& is_open) {
  for (const SiteGroup& group : rules.groups) {
    const auto n = static_cast<std::size_t>(
        std::ranges::count_if(group.sites, [&](SiteIdx at) { return is_open[at.value()]; }));
    const bool fits = n >= group.at_least && n <= group.at_most.value_or(n);
    if (!fits) return fmt::format("group '{}' holds {} sites", group.name, n);
  }
  for (const auto& [a, b] : rules.exclusive) {
    const bool both = a != b && is_open[a.value()] && is_open[b.value()];
    if (both) return "two sites that rule each other out are open";
  }
  return std::nullopt;
}

bool has_whole_costs(const SitingProblem& problem) {
  for (const SiteIdx at : indices(problem.sites)) {
    if (std::floor(problem.sites[at].cost) != problem.sites[at].cost) return false;
    const auto is_whole = [](const DemandCost& item) { return std::floor(item.cost) == item.cost; };
    if (!std::ranges::all_of(problem.reach.of(at), is_whole)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> find_broken_rule(const SitingProblem& problem, const SitingRules& rules,
                                            const std::vector<SiteIdx>& sites) {
  std::vector<bool> is_open(problem.sites.size(), false);
  for (const SiteIdx at : sites) {
    if (is_open[at.value()]) return "a site is there twice";
    is_open[at.value()] = true;
  }
  if (auto broken = find_broken_status(problem, is_open)) return broken;
  if (auto broken = find_broken_limit(problem, rules, is_open)) return broken;
  return find_broken_group(rules, is_open);
}

double evaluate_sites(const SitingProblem& problem, const SitingObjective& objective,
                      const SitingAnswer& answer) {
  if (objective.has_capacities()) return sum_given(problem, objective, answer);
  const bool steps = objective.kind == ObjectiveKind::kGradual;
  const Served served = serve(problem, answer.sites, steps ? kNever : objective.limit);
  double sum = 0, largest = 0;
  for (const DemandIdx at : indices(problem.weights)) {
    if (problem.weights[at] == 0) continue;
    const double nearest = served.nearest[at.value()];
    sum += part_of(objective, static_cast<double>(problem.weights[at]), nearest,
                   served.n_within[at.value()]);
    largest = std::max(largest, nearest);
  }
  if (objective.kind == ObjectiveKind::kCentre) return largest;
  if (objective.kind == ObjectiveKind::kWorstShare) {
    return std::isinf(largest) ? largest : sum_worst(problem, objective.worst, served.nearest);
  }
  if (objective.kind == ObjectiveKind::kFacility) sum += site_costs(problem, answer.sites);
  if (objective.kind != ObjectiveKind::kSetCover) return sum;
  const auto target = target_weight(objective.target, problem.total_weight());
  return sum >= static_cast<double>(target) ? static_cast<double>(answer.sites.size()) : kNever;
}

void check_answer(const SitingProblem& problem, const SitingRules& rules,
                  const SitingObjective& objective, const SitingAnswer& answer) {
  const auto broken = find_broken_rule(problem, rules, answer.sites);
  require_in_check(!broken, broken.value_or(""));
  if (objective.has_capacities()) check_given(problem, objective, answer);
  const double value = evaluate_sites(problem, objective, answer);
  const bool has_shares = objective.kind == ObjectiveKind::kGradual ||
                          (objective.has_capacities() && objective.giving == Giving::kSplit &&
                           objective.weighing == Weighing::kEachOnce);
  const bool is_exact = !has_shares && has_whole_costs(problem);
  const double slack = is_exact ? 0 : kTolerance * std::abs(value);
  require_in_check(std::isfinite(value), "a point is out of reach, or the target is missed");
  require_in_check(std::abs(value - answer.objective) <= slack,
                   fmt::format("the objective is {} and not {}", value, answer.objective));
  const double beyond =
      objective.is_maximum() ? answer.objective - answer.bound : answer.bound - answer.objective;
  require_in_check(beyond <= 0, "the bound is beyond the objective");
}

}  // namespace pahunch
