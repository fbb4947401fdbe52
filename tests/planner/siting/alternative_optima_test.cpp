#include <catch2/catch.hpp>
#include <set>

#include "planner/siting/plans/alternative_optima.h"
#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/plan_cases.h"
#include "tests/planner/siting/solved_cases.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// How many sets of sites have this objective.
std::size_t count_as_good(const SitingProblem& problem, const SitingRules& rules,
                          const SitingObjective& objective, double best) {
  std::size_t n = 0;
  for (const AnyPlan& plan : all_plans(problem, rules, objective)) {
    n += plan.objective == Approx(best).epsilon(1e-9) ? 1U : 0U;
  }
  return n;
}

struct Found {
  SitingAnswer best;
  AlternativeOptima optima;
};
Found find_as_good(const SitingProblem& problem, const SitingRules& rules,
                   const SitingObjective& objective, std::size_t n_most,
                   const StopSignal& signal = StopSignal({}, {})) {
  Found found = {.best = solve_siting(problem, rules, objective, {}), .optima = {}};
  if (!found.best.has_sites()) return found;
  found.optima = find_alternative_optima(
      make_solved_plan({problem, rules, objective, found.best}, signal), n_most, signal);
  return found;
}

}  // namespace

TEST_CASE("all sets that are as good as the best are found, each once") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 7);
    const SitingRules rules =
        dice.one_in(2) ? SitingRules{.n_new = 2} : random_rules(dice, problem);
    for (const SitingObjective& objective : plan_objectives()) {
      const auto [best, optima] = find_as_good(problem, rules, objective, 300);
      if (!best.has_sites()) continue;
      INFO("seed " << seed);
      CHECK(optima.is_complete);
      std::set<std::vector<SiteIdx>> sets(optima.others.begin(), optima.others.end());
      sets.insert(best.sites);
      CHECK(sets.size() == optima.others.size() + 1);
      CHECK(sets.size() == count_as_good(problem, rules, objective, best.objective));
    }
  }
}

TEST_CASE("a list of optima that is cut or stopped is not said to be complete") {
  SitingDice dice(3);
  SitingProblem problem = random_problem(dice, 8, 7);
  for (std::int64_t& weight : problem.weights) weight = 0;
  for (Site& site : problem.sites) site.status = SiteStatus::kCandidate;
  const SitingObjective cover = {.kind = ObjectiveKind::kCover, .limit = 3};
  const auto all = find_as_good(problem, {.n_new = 2}, cover, 100).optima;
  CHECK(all.others.size() == 27);
  CHECK(all.is_complete);
  const auto some = find_as_good(problem, {.n_new = 2}, cover, 5).optima;
  CHECK(some.others.size() == 5);
  CHECK_FALSE(some.is_complete);
  const StopSignal stop({}, [] { return true; });
  CHECK_FALSE(find_as_good(problem, {.n_new = 2}, cover, 100, stop).optima.is_complete);
}
