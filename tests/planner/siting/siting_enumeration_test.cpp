#include <catch2/catch.hpp>

#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr std::uint64_t kCases = n_cases(1000);

/// A thousand problems of one kind, each with random rules, against all sets of sites.
void check_kind(SitingObjective objective, std::size_t n_sites = 8, std::size_t n_demand = 9) {
  std::size_t n_solved = 0;
  for (std::uint64_t seed = 1; seed <= kCases; ++seed) {
    SitingDice dice(seed);
    SitingProblem problem =
        random_problem(dice, 3 + dice.below(n_sites - 2), 1 + dice.below(n_demand));
    const SitingRules rules =
        dice.one_in(3) ? SitingRules{.n_new = dice.below(4)} : random_rules(dice, problem);
    if (dice.one_in(3)) objective.limit = static_cast<double>(1 + dice.below(10));
    if (objective.kind == ObjectiveKind::kSetCover) {
      objective.target = dice.one_in(2) ? 1 : static_cast<double>(dice.below(11)) / 10;
    }
    objective.worst = static_cast<double>(1 + dice.below(10)) / 10;
    objective.weighing = dice.one_in(3) ? Weighing::kEachOnce : Weighing::kWeight;
    if (objective.kind == ObjectiveKind::kCapacitated) {
      for (Site& site : problem.sites)
        site.capacity = static_cast<std::int64_t>(4 + dice.below(30));
    }
    INFO("seed " << seed);
    const auto best = best_by_enumeration(problem, rules, objective);
    const SitingAnswer answer = solve_siting(problem, rules, objective, {});
    if (!best) {
      CHECK(answer.status == AnswerStatus::kInfeasible);
      CHECK((answer.infeasible && !answer.infeasible->relaxation.empty()));
      continue;
    }
    ++n_solved;
    if (answer.status != AnswerStatus::kProven) {
      INFO((answer.infeasible ? answer.infeasible->what : ""));
      CHECK(to_word(answer.status) == std::string("proven"));
    }
    CHECK(answer.objective == Approx(*best).epsilon(1e-9));
  }
  CHECK(n_solved >= n_wanted(kCases / 4));
}

/// The same in whole costs, with one more point, far from every site: it changes no choice and
/// weighs on every sum.
SitingProblem with_heavy_point(const SitingProblem& problem, double weight_and_cost) {
  SitingProblem made = problem;
  std::vector<ReachPair> pairs;
  for (const DemandIdx at : indices(problem.weights)) {
    for (const SiteCost& item : problem.reach.of(at)) {
      pairs.push_back({at, item.site, std::ceil(item.cost)});
    }
  }
  const DemandIdx heavy = made.weights.push_back(static_cast<std::int64_t>(weight_and_cost));
  for (const SiteIdx site : indices(problem.sites)) {
    pairs.push_back({heavy, site, weight_and_cost});
  }
  made.reach = ReachTable(made.weights.size(), made.sites.size(), pairs);
  return made;
}

}  // namespace

TEST_CASE("a sum of a state's women and milliseconds is as sure as a small one") {
  constexpr double kHeavy = 1e7;  // its part of the sum is 1e14
  const SitingObjective objective = {.kind = ObjectiveKind::kMedian};
  std::size_t n_solved = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    INFO("seed " << seed);
    SitingDice dice(seed);
    const SitingProblem small = random_problem(dice, 9, 10);
    const SitingRules rules = random_rules(dice, small);
    const SitingProblem heavy = with_heavy_point(small, kHeavy);
    const auto best = best_by_enumeration(heavy, rules, objective);
    if (!best) continue;
    ++n_solved;
    const SitingAnswer answer = solve_siting(heavy, rules, objective, {});
    CHECK(answer.status == AnswerStatus::kProven);
    CHECK(answer.objective == *best);
    CHECK(answer.bound == *best);
  }
  CHECK(n_solved >= n_wanted(50));
}

TEST_CASE("covering is the best of all sets") {
  check_kind({.kind = ObjectiveKind::kCover, .limit = 5});
}

TEST_CASE("gradual covering is the best of all sets") {
  check_kind({.kind = ObjectiveKind::kGradual, .steps = {{2, 1}, {5, 0.5}, {8, 0.125}}});
}

TEST_CASE("backup covering is the best of all sets") {
  check_kind({.kind = ObjectiveKind::kBackup, .limit = 6});
}

TEST_CASE("the median is the best of all sets") { check_kind({.kind = ObjectiveKind::kMedian}); }

TEST_CASE("the centre is the best of all sets") { check_kind({.kind = ObjectiveKind::kCentre}); }

TEST_CASE("set covering is the best of all sets") {
  check_kind({.kind = ObjectiveKind::kSetCover, .limit = 6});
}

TEST_CASE("facility location is the best of all sets") {
  check_kind({.kind = ObjectiveKind::kFacility});
}

TEST_CASE("the capacitated median is the best of all sets and assignments") {
  check_kind({.kind = ObjectiveKind::kCapacitated}, 6, 6);
}

TEST_CASE("the mean of the worst-off share is the best of all sets") {
  check_kind({.kind = ObjectiveKind::kWorstShare});
}
