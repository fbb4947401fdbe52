#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "geo/base/error.h"
#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<SitingObjective> kObjectives = {
    {.kind = ObjectiveKind::kCover, .limit = 4},
    {.kind = ObjectiveKind::kGradual, .steps = {{2, 1}, {6, 0.25}}},
    {.kind = ObjectiveKind::kBackup, .limit = 6},
    {.kind = ObjectiveKind::kMedian},
    {.kind = ObjectiveKind::kCentre},
    {.kind = ObjectiveKind::kFacility},
    {.kind = ObjectiveKind::kWorstShare, .worst = 0.3}};

/// The same problem with its sites, points and pairs in another order.
SitingProblem permute(const SitingProblem& problem, SitingDice& dice) {
  const auto shuffled = [&](std::size_t n) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[dice.below(i)]);
    return order;
  };
  const auto sites = shuffled(problem.sites.size()), points = shuffled(problem.weights.size());
  SitingProblem other;
  other.sites = IdxVector<SiteIdx, Site>(sites.size());
  other.weights = IdxVector<DemandIdx, std::int64_t>(points.size());
  std::vector<ReachPair> pairs;
  for (const SiteIdx at : indices(problem.sites)) {
    other.sites[SiteIdx(sites[at.value()])] = problem.sites[at];
  }
  for (const DemandIdx at : indices(problem.weights)) {
    other.weights[DemandIdx(points[at.value()])] = problem.weights[at];
    for (const SiteCost& item : problem.reach.of(at)) {
      pairs.push_back(
          {DemandIdx(points[at.value()]), SiteIdx(sites[item.site.value()]), item.cost});
    }
  }
  other.reach = ReachTable(points.size(), sites.size(), pairs);
  return other;
}

std::vector<std::string> ids_of(const SitingProblem& problem, const SitingAnswer& answer) {
  std::vector<std::string> ids;
  for (const SiteIdx at : answer.sites) ids.push_back(problem.sites[at].id);
  return ids;
}

/// Two sites, three points; "a" covers 5 and 3, "b" covers 3 and 4 within 10.
SitingProblem two_sites() {
  SitingProblem problem;
  for (const char* id : {"a", "b"}) {
    Site site;
    site.id = id;
    site.cost = 2;
    problem.sites.push_back(site);
  }
  for (const std::int64_t weight : {5, 3, 4}) problem.weights.push_back(weight);
  const std::vector<ReachPair> pairs = {{DemandIdx(0), SiteIdx(0), 10},
                                        {DemandIdx(1), SiteIdx(0), 1},
                                        {DemandIdx(1), SiteIdx(1), 2},
                                        {DemandIdx(2), SiteIdx(1), 3}};
  problem.reach = ReachTable(3, 2, pairs);
  return problem;
}

std::string why_not(const SitingProblem& problem, const SitingRules& rules,
                    const SitingObjective& objective) {
  const SitingAnswer answer = solve_siting(problem, rules, objective, {});
  if (!answer.infeasible) return to_word(answer.status);
  return answer.infeasible->what + "; " + answer.infeasible->relaxation;
}

}  // namespace

TEST_CASE("one more site is never worse") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 10);
    for (const SitingObjective& objective : kObjectives) {
      if (objective.kind == ObjectiveKind::kFacility) continue;  // sites cost
      std::optional<double> before;
      for (std::size_t p = 0; p <= problem.with_status(SiteStatus::kCandidate).size(); ++p) {
        const SitingAnswer answer = solve_siting(problem, {.n_new = p}, objective, {});
        if (!answer.has_sites()) continue;
        const double loss = objective.is_maximum() ? -answer.objective : answer.objective;
        INFO("seed " << seed << " p " << p);
        if (before) CHECK(loss <= *before + 1e-9);
        before = loss;
      }
    }
  }
}

TEST_CASE("another order of the input gives the same sites, and locked ones are among them") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 12);
    const SitingProblem other = permute(problem, dice);
    for (const SitingObjective& objective : kObjectives) {
      const SitingAnswer one = solve_siting(problem, {.n_new = 2}, objective, {});
      const SitingAnswer two = solve_siting(other, {.n_new = 2}, objective, {});
      INFO("seed " << seed);
      CHECK(ids_of(problem, one) == ids_of(other, two));
      if (!one.has_sites()) continue;
      for (const SiteIdx at : problem.with_status(SiteStatus::kLocked)) {
        CHECK(std::ranges::find(one.sites, at) != one.sites.end());
      }
    }
  }
}

TEST_CASE("each site's part is what the objective loses without it") {
  const SitingProblem problem = two_sites();
  const SitingAnswer answer =
      solve_siting(problem, {.n_new = 2}, {.kind = ObjectiveKind::kCover, .limit = 10}, {});
  REQUIRE(answer.sites.size() == 2);
  CHECK(answer.objective == 12);
  CHECK(answer.values[0].marginal == 5);
  CHECK(answer.values[0].sole_weight == 5);
  CHECK(answer.values[1].marginal == 4);
}

TEST_CASE("a limit is inclusive") {
  const SitingProblem problem = two_sites();
  const auto cover = [&](double limit) {
    return solve_siting(problem, {.n_new = 1}, {.kind = ObjectiveKind::kCover, .limit = limit}, {});
  };
  CHECK(cover(10).objective == 8);
  CHECK(cover(9.999999).objective == 7);
}

TEST_CASE("a problem without an answer is named with the smallest change that gives it one") {
  using Catch::Contains;
  SitingProblem problem = two_sites();
  const SitingObjective cover = {.kind = ObjectiveKind::kCover, .limit = 10};
  const SitingObjective median = {.kind = ObjectiveKind::kMedian};
  CHECK_THAT(why_not(problem, {.n_new = 3}, cover), Contains("there are 2 candidates; ask for 2"));
  CHECK_THAT(why_not(problem, {.n_new = 1}, median), Contains("2 more sites (--p 2)"));
  CHECK_THAT(
      why_not(problem, {.n_new = 2, .exclusive = {{SiteIdx(0), SiteIdx(1)}}}, cover),
      Contains("let 1 be opened; ask for 1 more site (--p 1), or let 'a' and 'b' both be open"));
  CHECK_THAT(why_not(problem, {.n_new = 2, .budget = 3}, cover), Contains("a budget of 4"));
  CHECK_THAT(why_not(problem, {.groups = {{"north", {SiteIdx(0)}, 2, {}}}}, cover),
             Contains("group 'north'") && Contains("--at-least 1"));
  CHECK_THAT(why_not(problem, {}, {.kind = ObjectiveKind::kSetCover, .limit = 5}),
             Contains("cover 12 of 12, and all sites together cover 7") && Contains("0.583333"));
  CHECK_THAT(why_not(problem, {}, {.kind = ObjectiveKind::kMedian, .limit = 5}),
             Contains("1 demand points with a weight of 5") && Contains("a limit of 10"));
  for (Site& site : problem.sites) site.capacity = 5;
  CHECK_THAT(why_not(problem, {}, {.kind = ObjectiveKind::kCapacitated}),
             Contains("capacity of 10; 2 more capacity at 'b'"));
  problem.sites[SiteIdx(0)].status = SiteStatus::kLocked;
  problem.sites[SiteIdx(1)].status = SiteStatus::kLocked;
  CHECK_THAT(why_not(problem, {.groups = {{"north", {SiteIdx(0), SiteIdx(1)}, 0, 1}}}, cover),
             Contains("2 locked sites are in group 'north', which may hold 1"));
}

TEST_CASE("a solver that is stopped at once still has a choice and a bound") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 9, 12);
    for (const SitingObjective& objective : kObjectives) {
      if (!solve_siting(problem, {.n_new = 3}, objective, {}).has_sites()) continue;
      const SitingAnswer answer =
          solve_siting(problem, {.n_new = 3}, objective, {.should_stop = [] { return true; }});
      if (objective.is_maximum() || objective.kind == ObjectiveKind::kFacility) {
        CHECK(answer.has_sites());
      }
      const double over = answer.objective - answer.bound;
      if (answer.has_sites()) CHECK((objective.is_maximum() ? over : -over) <= 0);
    }
  }
}

TEST_CASE("what makes no sense is refused") {
  SitingProblem problem = two_sites();
  const SitingObjective cover = {.kind = ObjectiveKind::kCover, .limit = 10};
  CHECK_THROWS_AS(solve_siting(problem, {}, {.limit = -1}, {}), UsageError);
  CHECK_THROWS_AS(solve_siting(problem, {}, {.kind = ObjectiveKind::kGradual}, {}), UsageError);
  CHECK_THROWS_AS(solve_siting(problem, {}, {.kind = ObjectiveKind::kSetCover, .target = 1.5}, {}),
                  UsageError);
  problem.sites[SiteIdx(1)].id = "a";
  CHECK_THROWS_AS(solve_siting(problem, {}, cover, {}), DataError);
  problem = two_sites();
  problem.weights[DemandIdx(0)] = -1;
  CHECK_THROWS_AS(solve_siting(problem, {}, cover, {}), DataError);
}

TEST_CASE("the check finds a wrong objective, a broken rule and a bound on the wrong side") {
  const SitingProblem problem = two_sites();
  const SitingObjective cover = {.kind = ObjectiveKind::kCover, .limit = 10};
  SitingAnswer answer = solve_siting(problem, {.n_new = 1}, cover, {});
  CHECK_NOTHROW(check_answer(problem, {.n_new = 1}, cover, answer));
  CHECK_THROWS_AS(check_answer(problem, {.n_new = 2}, cover, answer), InvariantError);
  answer.objective += 1;
  CHECK_THROWS_AS(check_answer(problem, {.n_new = 1}, cover, answer), InvariantError);
  answer.objective -= 1;
  answer.bound = answer.objective - 1;
  CHECK_THROWS_AS(check_answer(problem, {.n_new = 1}, cover, answer), InvariantError);
}
