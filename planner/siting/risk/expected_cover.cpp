#include "planner/siting/risk/expected_cover.h"

#include <fmt/format.h>

#include <numeric>

#include "geo/base/error.h"

namespace pahunch {
namespace {

/// By set: weight x the draws in which the sites of the set are those that cover it.
std::vector<std::int64_t> weights_by_set(const SitingProblem& problem, const ReachDraws& draws) {
  std::vector<std::int64_t> sums(draws.sets().size(), 0);
  const auto n_draws = static_cast<std::int64_t>(draws.n_draws());
  for (const DemandIdx at : indices(problem.weights)) {
    sums[draws.base(at).value()] += problem.weights[at] * n_draws;
  }
  for (const DrawIdx draw : IdxRange<DrawIdx>(draws.n_draws())) {
    for (const ReachDifference& item : draws.differences(draw)) {
      sums[draws.base(item.demand).value()] -= problem.weights[item.demand];
      sums[item.set.value()] += problem.weights[item.demand];
    }
  }
  return sums;
}

/// What is summed over the draws becomes a mean of them.
void take_means(SitingAnswer& answer, std::size_t n_draws) {
  const auto n = static_cast<double>(n_draws);
  for (double* sum : {&answer.objective, &answer.bound, &answer.gap, &answer.locked_objective}) {
    *sum /= n;
  }
  for (SiteValue& value : answer.values) value.marginal /= n;
}

void recount(const SitingProblem& problem, const ReachDraws& draws, ExpectedCover& found) {
  const auto covered = covered_by_draw(problem, draws, found.answer.sites);
  found.covered_sum = std::accumulate(covered.begin(), covered.end(), std::int64_t{0});
  if (static_cast<double>(found.covered_sum) == found.answer.objective) return;
  throw InvariantError({.what = fmt::format("the draws cover {} and the merged problem {}",
                                            found.covered_sum, found.answer.objective),
                        .why = "the expected cover is counted again draw by draw",
                        .hint = "this is a mistake of the program; please report it"});
}

}  // namespace

SitingProblem merge_draws(const SitingProblem& problem, const ReachDraws& draws) {
  SitingProblem merged = {.weights = {}, .sites = problem.sites, .reach = {}};
  std::vector<ReachPair> pairs;
  const auto weights = weights_by_set(problem, draws);
  for (std::size_t set = 0; set < weights.size(); ++set) {
    if (weights[set] == 0) continue;
    const DemandIdx row = merged.weights.push_back(weights[set]);
    for (const SiteIdx at : draws.sets().of(ReachSetIdx(set))) pairs.push_back({row, at, 0});
  }
  merged.reach = ReachTable(merged.weights.size(), merged.sites.size(), pairs);
  return merged;
}

ExpectedCover solve_expected_cover(const SitingProblem& problem, const ReachDraws& draws,
                                   const SitingRules& rules, const SolveLimits& limits) {
  check_draws(problem, draws);
  const SitingProblem merged = merge_draws(problem, draws);
  ExpectedCover found;
  found.answer = solve_siting(merged, rules, {.kind = ObjectiveKind::kCover, .limit = 0}, limits);
  if (!found.answer.has_sites()) return found;
  found.bound_sum = found.answer.bound;
  recount(problem, draws, found);
  take_means(found.answer, draws.n_draws());
  return found;
}

}  // namespace pahunch
