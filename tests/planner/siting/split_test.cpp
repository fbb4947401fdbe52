// The capacitated median whose points may be split, against all sets and all ways of giving.

#include <catch2/catch.hpp>
#include <map>

#include "planner/siting/check_answer.h"
#include "planner/siting/solve_siting.h"
#include "planner/siting/transport.h"
#include "tests/planner/siting/random_siting.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const SitingObjective kInParts = {.kind = ObjectiveKind::kCapacitated, .giving = Giving::kSplit};

SitingProblem random_capacitated(SitingDice& dice) {
  SitingProblem problem = random_problem(dice, 2 + dice.below(4), 1 + dice.below(4));
  for (std::int64_t& weight : problem.weights) weight = static_cast<std::int64_t>(dice.below(3));
  for (Site& site : problem.sites) site.capacity = static_cast<std::int64_t>(dice.below(6));
  return problem;
}

/// A point for each unit of weight, to be given whole: what a split problem is.
SitingProblem in_units(const SitingProblem& problem, Weighing weighing) {
  SitingProblem units = {.weights = {}, .sites = problem.sites, .reach = {}};
  std::vector<ReachPair> pairs;
  for (const DemandIdx at : indices(problem.weights)) {
    const auto weight = static_cast<double>(problem.weights[at]);
    for (std::int64_t i = 0; i < problem.weights[at]; ++i) {
      const DemandIdx unit = units.weights.push_back(1);
      for (const SiteCost& item : problem.reach.of(at)) {
        pairs.push_back(
            {unit, item.site, weighing == Weighing::kEachOnce ? item.cost / weight : item.cost});
      }
    }
  }
  units.reach = ReachTable(units.weights.size(), units.sites.size(), pairs);
  return units;
}

std::optional<double> best_in_units(const SitingProblem& problem, const SitingRules& rules,
                                    Weighing weighing) {
  return best_by_enumeration(in_units(problem, weighing), rules,
                             {.kind = ObjectiveKind::kCapacitated});
}

}  // namespace

TEST_CASE("the split capacitated median is the best of all sets and ways of giving") {
  std::size_t n_solved = 0, n_split = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_capacitated(dice);
    const SitingRules rules =
        dice.one_in(2) ? SitingRules{.n_new = dice.below(4)} : random_rules(dice, problem);
    SitingObjective objective = kInParts;
    if (dice.one_in(3)) objective.weighing = Weighing::kEachOnce;
    const auto best = best_in_units(problem, rules, objective.weighing);
    const SitingAnswer answer = solve_siting(problem, rules, objective, {});
    INFO("seed " << seed);
    CHECK(answer.has_sites() == best.has_value());
    if (!best) {
      CHECK((answer.infeasible && !answer.infeasible->relaxation.empty()));
      continue;
    }
    ++n_solved;
    CHECK(answer.status == AnswerStatus::kProven);
    CHECK(answer.objective == Approx(*best).epsilon(1e-9).margin(1e-9));
    std::map<DemandIdx, int> n_parts;
    for (const GivenShare& share : answer.shares) ++n_parts[share.demand];
    n_split += std::ranges::any_of(n_parts, [](const auto& item) { return item.second > 1; });
  }
  CHECK(n_solved > 300);
  CHECK(n_split > 20);
}

TEST_CASE("splitting is never dearer than giving whole, and no cheaper without capacities") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SitingDice dice(seed);
    SitingProblem problem = random_problem(dice, 6, 7);
    for (Site& site : problem.sites) site.capacity = static_cast<std::int64_t>(4 + dice.below(30));
    const SitingRules rules = {.n_new = 2};
    const auto whole = solve_siting(problem, rules, {.kind = ObjectiveKind::kCapacitated}, {});
    const auto split = solve_siting(problem, rules, kInParts, {});
    INFO("seed " << seed);
    if (whole.has_sites()) {
      REQUIRE(split.has_sites());
      CHECK(split.objective <= whole.objective * (1 + 1e-9));
    }
    for (Site& site : problem.sites) site.capacity = Site::kNoCapacity;
    const auto free = solve_siting(problem, rules, kInParts, {});
    const auto median = solve_siting(problem, rules, {.kind = ObjectiveKind::kMedian}, {});
    CHECK(free.has_sites() == median.has_sites());
    if (free.has_sites()) CHECK(free.objective == Approx(median.objective));
  }
}

TEST_CASE("a split answer that is stopped keeps a bound that holds") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_capacitated(dice);
    const auto best = best_in_units(problem, {.n_new = 2}, Weighing::kWeight);
    if (!best) continue;
    std::size_t left = dice.below(60);
    const auto stop = [&] { return left == 0 || --left == 0; };
    const SitingAnswer answer =
        solve_siting(problem, {.n_new = 2}, kInParts, {.should_stop = stop});
    if (!answer.has_sites()) continue;
    INFO("seed " << seed);
    CHECK(answer.objective >= *best * (1 - 1e-9));
    CHECK(answer.bound <= *best * (1 + 1e-9));
  }
}

TEST_CASE("a chain of points moves on to make room") {
  SitingProblem problem;
  for (const std::int64_t capacity : {10, 10, 10}) {
    problem.sites.push_back({.id = std::to_string(problem.sites.size()),
                             .status = SiteStatus::kLocked,
                             .capacity = capacity});
  }
  problem.weights = IdxVector<DemandIdx, std::int64_t>(std::vector<std::int64_t>{10, 10, 5});
  const std::vector<ReachPair> pairs = {{DemandIdx(0), SiteIdx(0), 1},
                                        {DemandIdx(0), SiteIdx(1), 2},
                                        {DemandIdx(1), SiteIdx(1), 1},
                                        {DemandIdx(1), SiteIdx(2), 4},
                                        {DemandIdx(2), SiteIdx(0), 1}};
  problem.reach = ReachTable(3, 3, pairs);
  const SitingAnswer answer = solve_siting(problem, {.n_new = 0}, kInParts, {});
  REQUIRE(answer.has_sites());
  // Five each of the first two points move on: 5 x 1 + 5 x 2, 5 x 1 + 5 x 4, and 5 x 1.
  CHECK(answer.objective == 45);
  CHECK(answer.shares.size() == 5);
}
