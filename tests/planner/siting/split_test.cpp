// What may be given in parts.

#include <catch2/catch.hpp>
#include <numeric>

#include "planner/siting/solve_siting.h"
#include "planner/siting/transport.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const SitingObjective kInParts = {.kind = ObjectiveKind::kCapacitated, .giving = Giving::kSplit};

}  // namespace

TEST_CASE("splitting is never dearer than giving whole, and no cheaper without capacities") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
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

TEST_CASE("the unit of costs has no say in who is given where") {
  constexpr double kTiny = 0x1p-60;  // a power of two: products with it are exact
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    SitingProblem problem = random_problem(dice, 4, 5);
    limit_capacities(dice, problem, 20);
    std::vector<ReachPair> pairs;
    for (const DemandIdx at : indices(problem.weights)) {
      for (const SiteCost& item : problem.reach.of(at)) {
        pairs.push_back({at, item.site, item.cost * kTiny});
      }
    }
    SitingProblem tiny = problem;
    tiny.reach = ReachTable(problem.weights.size(), problem.sites.size(), pairs);
    const ChoiceRules choice = make_choice_rules(problem, {});
    std::vector<SiteColumn> open(choice.n_columns());
    std::iota(open.begin(), open.end(), SiteColumn{0});
    const auto large = transport_rows(make_capacitated_model(problem, choice, kInParts), open);
    const auto small = transport_rows(make_capacitated_model(tiny, choice, kInParts), open);
    REQUIRE(large.has_value() == small.has_value());
    if (large) CHECK(small->cost == large->cost * kTiny);
  }
}

TEST_CASE("parts of points that count once each are no whole numbers, and pass the check") {
  SitingObjective once = kInParts;
  once.weighing = Weighing::kEachOnce;
  std::size_t n_broken = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    SitingDice dice(seed);
    SitingProblem problem = random_problem(dice, 5, 8);
    limit_capacities(dice, problem, 24);
    const SitingAnswer answer = solve_siting(problem, {}, once, {});
    n_broken += answer.has_sites() && std::floor(answer.objective) != answer.objective ? 1U : 0U;
  }
  CHECK(n_broken >= n_wanted(20));
}
