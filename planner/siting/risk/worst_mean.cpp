#include "planner/siting/risk/worst_mean.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "planner/siting/risk/tail_answer.h"

namespace pahunch {
namespace {

/// Draws of each case.
std::size_t count_copies(const ReachDraws& draws, const std::vector<DrawnCase>& cases) {
  std::size_t n_copies = 1, n_draws = 0;
  for (const DrawnCase& item : cases) {
    n_copies = std::max(n_copies, item.n_draws);
    n_draws += item.n_draws;
  }
  const bool is_even = std::ranges::all_of(
      cases, [&](const DrawnCase& item) { return item.n_draws == 1 || item.n_draws == n_copies; });
  if (is_even && n_draws == draws.n_draws()) return n_copies;
  throw UsageError({.what = fmt::format("{} draws for cases that have {}{}", draws.n_draws(),
                                        n_draws, is_even ? "" : ", not as many each"),
                    .why = "the means of all cases are taken over as many draws",
                    .hint = "give each case one draw, or as many as the others"});
}

/// Point number p in copy number k is number k x points + p.
SitingProblem copy_points(const SitingProblem& problem, std::size_t n_copies) {
  SitingProblem copies = {.weights = {}, .sites = problem.sites, .reach = {}};
  for (std::size_t copy = 0; copy < n_copies; ++copy) {
    for (const std::int64_t weight : problem.weights) copies.weights.push_back(weight);
  }
  return copies;
}

/// Of the copies; a draw is a case.
ReachDraws stack_draws(const ReachDraws& draws, const std::vector<DrawnCase>& cases,
                       std::size_t n_copies) {
  const std::size_t n_points = draws.n_points();
  ReachDrawsBuilder builder(n_points * n_copies, draws.n_sites());
  const auto copy_of = [&](std::size_t point, std::size_t copy) {
    return DemandIdx(copy * n_points + point);
  };
  for (std::size_t copy = 0; copy < n_copies; ++copy) {
    for (std::size_t point = 0; point < n_points; ++point) {
      builder.set_base(copy_of(point, copy), draws.sets().of(draws.base(DemandIdx(point))));
    }
  }
  std::size_t first = 0;
  for (const DrawnCase& item : cases) {
    builder.begin_draw();
    for (std::size_t copy = 0; copy < n_copies; ++copy) {
      const DrawIdx draw(first + (item.n_draws == 1 ? 0 : copy));
      for (const ReachDifference& changed : draws.differences(draw)) {
        builder.set(copy_of(changed.demand.value(), copy), draws.sets().of(changed.set));
      }
    }
    first += item.n_draws;
  }
  return std::move(builder).finish();
}

}  // namespace

WorstMean solve_worst_mean(const SitingProblem& problem, const ReachDraws& draws,
                           const std::vector<DrawnCase>& cases, const SitingRules& rules,
                           const SolveLimits& limits) {
  check_draws(problem, draws);
  const std::size_t n_copies = count_copies(draws, cases);
  const SitingProblem copies = copy_points(problem, n_copies);
  const ReachDraws stacked = stack_draws(draws, cases, n_copies);
  std::vector<std::string> names;
  for (const DrawnCase& item : cases) names.push_back(item.name);
  WorstCase found = solve_worst_case(copies, stacked, names, rules, limits);
  return {.answer = make_tail_answer(copies, stacked, found.choice,
                                     {.n_tail = 1, .per = static_cast<double>(n_copies)}),
          .binding = std::move(found.binding)};
}

}  // namespace pahunch
