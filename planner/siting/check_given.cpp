#include "planner/siting/check_given.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "geo/base/error.h"

namespace pahunch {
namespace {

constexpr double kNeverGiven = std::numeric_limits<double>::infinity();

double cost_of_pair(const SitingProblem& problem, const SitingObjective& objective,
                    const GivenShare& share) {
  for (const DemandCost& item : problem.reach.of(share.site)) {
    if (item.demand == share.demand && item.cost <= objective.limit) return item.cost;
  }
  return kNeverGiven;
}

/// By demand point: the nearest open site within the limit, ties to the smaller id; or none.
std::vector<SiteIdx> find_nearest_open(const SitingProblem& problem,
                                       const SitingObjective& objective,
                                       const SitingAnswer& answer) {
  std::vector<SiteIdx> nearest(problem.weights.size());
  std::vector<double> cost(problem.weights.size(), kNeverGiven);
  for (const SiteIdx site : answer.sites) {
    for (const DemandCost& item : problem.reach.of(site)) {
      const std::size_t at = item.demand.value();
      if (!(item.cost <= objective.limit) || item.cost > cost[at]) continue;
      const bool is_tie = item.cost == cost[at];
      if (is_tie && problem.sites[nearest[at]].id < problem.sites[site].id) continue;
      nearest[at] = site;
      cost[at] = item.cost;
    }
  }
  return nearest;
}

void check_nearest(const SitingProblem& problem, const SitingObjective& objective,
                   const SitingAnswer& answer, const std::vector<std::int64_t>& given) {
  const std::vector<SiteIdx> nearest = find_nearest_open(problem, objective, answer);
  for (const GivenShare& share : answer.shares) {
    require_in_check(share.site == nearest[share.demand.value()],
                     "a point is not given to the nearest");
  }
  for (const DemandIdx at : indices(problem.weights)) {
    if (!nearest[at.value()].valid()) continue;
    require_in_check(given[at.value()] == problem.weights[at], "a point within reach is left out");
  }
}

}  // namespace

void require_in_check(bool holds, const std::string& what) {
  if (holds) return;
  throw InvariantError({.what = "the answer fails its own check: " + what,
                        .why = "the objective and every rule are reckoned again from the raw input",
                        .hint = "this is a mistake of the program; please report it"});
}

double sum_given(const SitingProblem& problem, const SitingObjective& objective,
                 const SitingAnswer& answer) {
  double sum = 0;
  for (const GivenShare& share : answer.shares) {
    const double cost = cost_of_pair(problem, objective, share);
    if (objective.kind == ObjectiveKind::kRoomCover) {
      sum += std::isfinite(cost) ? static_cast<double>(share.weight) : -kNeverGiven;
      continue;
    }
    const auto all = static_cast<double>(problem.weights[share.demand]);
    const auto weight = static_cast<double>(share.weight);
    sum += cost * (objective.weighing == Weighing::kEachOnce ? weight / all : weight);
  }
  return sum;
}

void check_given(const SitingProblem& problem, const SitingObjective& objective,
                 const SitingAnswer& answer) {
  std::vector<bool> is_open(problem.sites.size(), false);
  for (const SiteIdx at : answer.sites) is_open[at.value()] = true;
  std::vector<std::int64_t> load(problem.sites.size(), 0), given(problem.weights.size(), 0);
  for (const GivenShare& share : answer.shares) {
    require_in_check(share.site.valid() && is_open[share.site.value()],
                     "a point is given to a site that is not open");
    require_in_check(share.weight > 0, "a part of nothing is given");
    const bool is_all = share.weight == problem.weights[share.demand];
    require_in_check(is_all || objective.giving == Giving::kSplit, "a point is split");
    load[share.site.value()] += share.weight;
    given[share.demand.value()] += share.weight;
  }
  const bool may_leave_out = objective.kind == ObjectiveKind::kRoomCover;
  for (const DemandIdx at : indices(problem.weights)) {
    const std::int64_t left = problem.weights[at] - given[at.value()];
    require_in_check(left == 0 || (may_leave_out && left > 0), "not all of each point is given");
  }
  for (const SiteIdx at : indices(problem.sites)) {
    require_in_check(load[at.value()] <= problem.sites[at].capacity,
                     fmt::format("site '{}' is overfull", problem.sites[at].id));
  }
  if (objective.giving == Giving::kNearest) check_nearest(problem, objective, answer, given);
}

}  // namespace pahunch
