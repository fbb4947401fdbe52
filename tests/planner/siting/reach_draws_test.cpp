#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/risk/draw_cover.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<SiteIdx> kFirst = {SiteIdx(0)}, kBoth = {SiteIdx(1), SiteIdx(0)};

SitingProblem two_points() {
  SitingProblem problem;
  problem.weights.push_back(3);
  problem.weights.push_back(4);
  problem.sites.push_back({.id = "a"});
  problem.sites.push_back({.id = "b"});
  return problem;
}

}  // namespace

TEST_CASE("draws keep only what differs from dry, and each set once") {
  ReachDrawsBuilder builder(2, 2);
  builder.set_base(DemandIdx(0), kBoth);
  builder.begin_draw();
  builder.set(DemandIdx(1), kFirst);
  builder.set(DemandIdx(0), std::vector{SiteIdx(0), SiteIdx(1)});  // as when dry
  builder.begin_draw();
  builder.set(DemandIdx(0), kFirst);
  const ReachDraws draws = std::move(builder).finish();
  CHECK(draws.n_draws() == 2);
  CHECK(draws.size().n_differences == 2);
  CHECK(draws.size().n_sets == 3);  // none, both, the first
  CHECK(draws.size().n_members == 3);
  REQUIRE(draws.differences(DrawIdx(0)).size() == 1);
  CHECK(draws.differences(DrawIdx(0))[0].demand == DemandIdx(1));
  CHECK(draws.differences(DrawIdx(0))[0].set == draws.differences(DrawIdx(1))[0].set);
  CHECK(draws.sets().of(draws.base(DemandIdx(0))).front() == SiteIdx(0));
  CHECK(draws.sets().of(draws.base(DemandIdx(1))).empty());
}

TEST_CASE("the memory of draws is known before they are built: 8 bytes a difference") {
  const ReachDrawsSize size = {.n_points = 1000, .n_draws = 100, .n_differences = 5000};
  ReachDrawsSize more = size;
  more.n_differences += 1000;
  CHECK(more.bytes() - size.bytes() == 8000);
  more.n_points += 10;
  CHECK(more.bytes() - size.bytes() == 8040);
  more.n_sets += 1;
  more.n_members += 5;
  CHECK(more.bytes() - size.bytes() == 8068);
}

TEST_CASE("what draws cannot be made of is refused") {
  ReachDrawsBuilder builder(2, 2);
  builder.begin_draw();
  CHECK_THROWS_AS(builder.set(DemandIdx(0), std::vector{SiteIdx(0), SiteIdx(0)}), DataError);
  CHECK_THROWS_AS(builder.set(DemandIdx(1), std::vector{SiteIdx(2)}), DataError);
  ReachDrawsBuilder other(2, 2);
  other.begin_draw();
  other.set(DemandIdx(0), kFirst);
  CHECK_THROWS_AS(other.set(DemandIdx(0), kBoth), DataError);
}

TEST_CASE("draws that do not fit the problem, and sums that would not be exact, are refused") {
  using Catch::Contains;
  SitingProblem problem = two_points();
  CHECK_THROWS_AS(check_draws(problem, ReachDrawsBuilder(3, 2).finish()), DataError);
  CHECK_THROWS_AS(check_draws(problem, ReachDrawsBuilder(2, 2).finish()), UsageError);
  ReachDrawsBuilder builder(2, 2);
  for (int i = 0; i < 4; ++i) builder.begin_draw();
  const ReachDraws draws = std::move(builder).finish();
  problem.weights[DemandIdx(0)] = (std::int64_t{1} << 50) - 5;
  CHECK_NOTHROW(check_draws(problem, draws));  // 2^52 - 4
  problem.weights[DemandIdx(0)] += 1;
  CHECK_THROWS_WITH(check_draws(problem, draws),
                    Contains("below 2^52") && Contains("at most 1125899906842623"));
}

TEST_CASE("what is covered in a draw is what the whole problem of that draw covers") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 1 + dice.below(8));
    const ReachDraws draws = random.draws();
    std::vector<SiteIdx> sites;
    for (const SiteIdx at : indices(random.problem.sites)) {
      if (dice.one_in(2)) sites.push_back(at);
    }
    INFO("seed " << seed);
    CHECK(covered_by_draw(random.problem, draws, sites) == random.covered(sites));
  }
}
