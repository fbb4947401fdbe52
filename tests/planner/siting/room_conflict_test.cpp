// Why demand does not fit into capacities, and the smallest change with which it does.

#include <catch2/catch.hpp>

#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Two places of 6 on a line at 0 and 10, one of 4 at 20; sites a, b, c at the same places.
SitingProblem three_places(std::int64_t capacity) {
  SitingProblem problem;
  problem.weights = IdxVector<DemandIdx, std::int64_t>(std::vector<std::int64_t>{6, 6, 4});
  std::vector<ReachPair> pairs;
  for (std::size_t site = 0; site < 3; ++site) {
    problem.sites.push_back(
        {.id = std::string(1, static_cast<char>('a' + site)), .capacity = capacity});
    for (std::size_t place = 0; place < 3; ++place) {
      const double cost = 10 * std::abs(static_cast<double>(place) - static_cast<double>(site));
      pairs.push_back({DemandIdx(place), SiteIdx(site), cost});
    }
  }
  problem.reach = ReachTable(3, 3, pairs);
  return problem;
}

std::string why_no_room(const SitingProblem& problem, const SitingRules& rules,
                        const SitingObjective& objective) {
  const SitingAnswer answer = solve_siting(problem, rules, objective, {});
  REQUIRE(answer.infeasible);
  return answer.infeasible->what + "; " + answer.infeasible->relaxation;
}

constexpr SitingObjective kWholeMedian = {.kind = ObjectiveKind::kCapacitated};
constexpr SitingObjective kSplitMedian = {.kind = ObjectiveKind::kCapacitated,
                                          .giving = Giving::kSplit};
constexpr SitingObjective kNearestMedian = {.kind = ObjectiveKind::kCapacitated,
                                            .giving = Giving::kNearest};

}  // namespace

TEST_CASE("capacity below the demand is named with how much is lacking, in its own unit") {
  SitingProblem problem = three_places(5);
  CHECK(why_no_room(problem, {}, kSplitMedian) ==
        "the demand is 16, and all sites together have a capacity of 15; 1 more capacity at 'a'");
  problem.unit = 10;
  CHECK(why_no_room(problem, {}, kSplitMedian) ==
        "the demand is 1.6, and all sites together have a capacity of 1.5; 0.1 more capacity at "
        "'a'");
}

TEST_CASE("too few sites for the demand are named with how many would do") {
  CHECK(why_no_room(three_places(8), {.n_new = 1}, kSplitMedian) ==
        "the demand is 16, more than any 1 more sites have capacity for; ask for 2 more sites (--p "
        "2), or 8 more capacity at 'b'");
}

TEST_CASE("a crowd around few sites is named with its sites, its lack and the limit that helps") {
  SitingProblem problem = three_places(12);
  problem.sites[SiteIdx(0)].capacity = 4;
  SitingObjective near = kSplitMedian;
  near.limit = 5;
  CHECK(why_no_room(problem, {}, near) ==
        "1 demand points with a weight of 6 reach only a, which together have a capacity of 4; a "
        "limit of 10 (--limit 10), or 2 more capacity at 'a'");
}

TEST_CASE("whole points that do not fit together are named with what would do") {
  CHECK(why_no_room(three_places(9), {.n_new = 2}, kWholeMedian) ==
        "no choice within the rules has room for every demand point as a whole; ask for 3 more "
        "sites (--p 3), or points given in parts (--split), or 1 more capacity at 'c'");
}

TEST_CASE("sites that the nearest overfill are named with what would do") {
  CHECK(why_no_room(three_places(8), {.n_new = 2}, kNearestMedian) ==
        "no choice within the rules keeps every site within its capacity when each goes to the "
        "nearest; ask for 3 more sites (--p 3), or 2 more capacity at 'b'");
  CHECK(solve_siting(three_places(10), {.n_new = 2}, kNearestMedian, {}).objective == 40);
}

TEST_CASE("no number of sites is offered that the budget does not pay for") {
  SitingProblem problem;
  problem.weights = IdxVector<DemandIdx, std::int64_t>(std::vector<std::int64_t>{6, 6});
  std::vector<ReachPair> pairs;
  for (const auto& [id, capacity, cost] : {std::tuple("x", 7, 1), {"y", 3, 1}, {"z", 12, 9}}) {
    const SiteIdx site(problem.sites.size());
    problem.sites.push_back({.id = id, .cost = static_cast<double>(cost), .capacity = capacity});
    for (std::size_t place = 0; place < 2; ++place) pairs.push_back({DemandIdx(place), site, 1});
  }
  problem.reach = ReachTable(2, 3, pairs);
  CHECK(why_no_room(problem, {.n_new = 2, .budget = 2}, kWholeMedian) ==
        "no choice within the rules has room for every demand point as a whole; a budget of 10 "
        "(--budget 10), or 3 more capacity at 'y'");
  CHECK(solve_siting(problem, {.n_new = 2, .budget = 10}, kWholeMedian, {}).has_sites());
}

TEST_CASE("whoever reaches only sites without capacity is named so") {
  SitingProblem problem = three_places(16);
  problem.sites[SiteIdx(0)].capacity = 0;
  SitingObjective near = kSplitMedian;
  near.limit = 5;
  CHECK(why_no_room(problem, {}, near) ==
        "1 demand points with a weight of 6 reach only sites without capacity, which together have "
        "a capacity of 0; a limit of 10 (--limit 10), or 6 more capacity at 'a'");
}

TEST_CASE("what the locked sites alone have room for is the most that they have") {
  SitingProblem problem;
  problem.weights = IdxVector<DemandIdx, std::int64_t>(std::vector<std::int64_t>{6, 5, 5});
  problem.sites.push_back({.id = "x", .status = SiteStatus::kLocked, .capacity = 10});
  problem.sites.push_back({.id = "y", .capacity = 6});
  std::vector<ReachPair> pairs = {{DemandIdx(0), SiteIdx(1), 1}};
  for (std::size_t place = 0; place < 3; ++place)
    pairs.push_back({DemandIdx(place), SiteIdx(0), 1});
  problem.reach = ReachTable(3, 2, pairs);
  const auto found =
      solve_siting(problem, {.n_new = 1}, {.kind = ObjectiveKind::kRoomCover, .limit = 1}, {});
  CHECK(found.locked_objective == 10);
  CHECK(found.objective == 16);
}
