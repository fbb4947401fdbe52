#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/equity/nearest_costs.h"
#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

SitingObjective worst(double share) { return {.kind = ObjectiveKind::kWorstShare, .worst = share}; }

double mean_of_worst(const SitingProblem& problem, const SitingAnswer& answer, double share) {
  const auto weight = worst_weight(share, problem.total_weight());
  return answer.objective / static_cast<double>(weight);
}

}  // namespace

TEST_CASE("the worst-off share is cut within a point, and its threshold is a cost") {
  const std::vector<WeightedCost> items = {{5, 3}, {9, 2}, {1, 10}};
  CHECK(sum_worst(items, 1).sum == 9);
  CHECK(sum_worst(items, 4).sum == 28);
  CHECK(sum_worst(items, 4).threshold == 5);
  CHECK(sum_worst(items, 15).sum == 43);
  CHECK(worst_weight(0.1, 15) == 2);
  CHECK(worst_weight(0.1, 20) == 2);
  CHECK(worst_weight(0.001, 20) == 1);
  CHECK(worst_weight(0.5, 0) == 0);
}

TEST_CASE("the sum of the worst-off is the least over thresholds of the paper's formula") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    std::vector<WeightedCost> items;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < 1 + dice.below(8); ++i) {
      items.push_back(
          {static_cast<double>(dice.below(12)), static_cast<std::int64_t>(1 + dice.below(9))});
      total += items.back().weight;
    }
    const auto weight = 1 + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(total)));
    double least = std::numeric_limits<double>::infinity();
    for (const WeightedCost& at : items) {
      double sum = static_cast<double>(weight) * at.cost;
      for (const auto& [cost, its] : items) {
        sum += static_cast<double>(its) * std::max(0.0, cost - at.cost);
      }
      least = std::min(least, sum);
    }
    CHECK(sum_worst(items, weight).sum == least);
  }
}

TEST_CASE("the worst-off of all are the median, and of a smaller share they are worse off") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 7, 10);
    const SitingAnswer all = solve_siting(problem, {.n_new = 2}, worst(1), {});
    const SitingAnswer median =
        solve_siting(problem, {.n_new = 2}, {.kind = ObjectiveKind::kMedian}, {});
    INFO("seed " << seed);
    CHECK(all.has_sites() == median.has_sites());
    if (!all.has_sites() || problem.total_weight() == 0) continue;
    CHECK(all.objective == Approx(median.objective));
    const SitingAnswer centre =
        solve_siting(problem, {.n_new = 2}, {.kind = ObjectiveKind::kCentre}, {});
    double before = centre.objective;
    for (const double share : {0.01, 0.1, 0.3, 0.6, 1.0}) {
      const double mean =
          mean_of_worst(problem, solve_siting(problem, {.n_new = 2}, worst(share), {}), share);
      CHECK(mean <= before + 1e-9);
      before = mean;
    }
  }
}

TEST_CASE("the worst-off share, stopped anywhere, keeps a choice with a bound that holds") {
  std::size_t n_stopped = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 14);
    const SitingObjective objective = worst(0.1 + 0.1 * static_cast<double>(dice.below(6)));
    const auto best = best_by_enumeration(problem, {.n_new = 3}, objective);
    if (!best) continue;
    std::size_t left = dice.below(120);
    const auto stop = [&] { return left == 0 || --left == 0; };
    const SitingAnswer found =
        solve_siting(problem, {.n_new = 3}, objective, {.should_stop = stop});
    INFO("seed " << seed);
    if (!found.has_sites()) continue;
    CHECK(found.objective >= *best * (1 - 1e-9));
    CHECK(found.bound <= *best * (1 + 1e-9));
    if (found.status == AnswerStatus::kInterrupted) ++n_stopped;
  }
  CHECK(n_stopped >= n_wanted(20));
}

TEST_CASE("a gap that is good enough ends the search for the worst-off share") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 9, 14);
    const auto best = best_by_enumeration(problem, {.n_new = 3}, worst(0.3));
    if (!best) continue;
    const SitingAnswer found = solve_siting(problem, {.n_new = 3}, worst(0.3), {.gap = 0.25});
    INFO("seed " << seed);
    CHECK(found.bound <= *best * (1 + 1e-9));
    CHECK(found.gap <= 0.25 * found.objective + 1e-9);
  }
}

TEST_CASE("a worst-off share that is none is refused") {
  for (const double share : {0.0, -0.1, 1.01}) {
    CHECK_THROWS_AS(solve_siting({}, {}, worst(share), {}), UsageError);
  }
}
