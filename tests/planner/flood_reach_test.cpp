// Reach over flooded roads, and sites chosen for it.

#include "planner/optimise/flood_reach.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "planner/optimise/flood_moment.h"
#include "planner/optimise/flood_siting.h"
#include "tests/planner/flooded_study.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a moment of a flood year is a pure function of seed and number, and not always dry") {
  const FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  std::size_t n_flooded = 0;
  for (std::uint64_t i = 0; i < 60; ++i) {
    const RoadState state = draw_flood_moment(hazard, 7, i);
    CHECK(state == draw_flood_moment(hazard, 7, i));
    n_flooded += state == RoadState() ? 0U : 1U;
  }
  CHECK(n_flooded > 0);
  CHECK(n_flooded < 60);
}

TEST_CASE("reach over dry roads is that of the problem, and a lost site reaches nobody") {
  const FloodedStudy flooded;
  const RoadReach reach = flooded.roads();
  const ReachTable dry = reach.reach_in({});
  for (const DemandIdx at : indices(flooded.made.problem.weights)) {
    CHECK(pairs_of(dry, at) == pairs_of(flooded.made.problem.reach, at));
  }
  const CentreIdx lost = flooded.made.centre_of[SiteIdx(0)];
  const ReachTable without = reach.reach_in({.lost = {SiteIdx(lost.value())}});
  CHECK(without.of(SiteIdx(0)).empty());
  CHECK(without.n_pairs() == dry.n_pairs() - dry.of(SiteIdx(0)).size());
}

TEST_CASE("draws hold who is covered in each, as a travel model of the same roads says") {
  const FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  SilentProgress silent;
  constexpr std::size_t kDraws = 40;
  const ReachDraws draws = flooded.reach(hazard).draw(100, kDraws, silent);
  REQUIRE(draws.n_draws() == kDraws);
  std::vector<SiteIdx> all;
  for (const SiteIdx at : indices(flooded.made.problem.sites)) all.push_back(at);
  const auto covered = covered_by_draw(flooded.made.problem, draws, all);
  for (std::size_t i = 0; i < kDraws; ++i) {
    const auto seed = flooded.study.scenario.seed;
    CHECK(covered[i] == flooded.covered(all, draw_flood_moment(hazard, seed, 100 + i)));
  }
}

TEST_CASE("sites for floods are the best of all choices on their draws, measured on fresh ones") {
  const FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  const FloodReach reach = flooded.reach(hazard);
  const SitingProblem& problem = flooded.made.problem;
  SilentProgress silent;
  const FloodSitingOptions options{.n_draws = 50, .n_batches = 20, .n_batch_draws = 5};
  const SitingRules rules{.n_new = 2};
  const FloodAnswer chosen = choose_for_floods(reach, problem, rules, options, silent);
  REQUIRE(chosen.answer.status == AnswerStatus::kProven);
  const ReachDraws draws = reach.draw(0, options.n_draws, silent);
  std::int64_t best = 0;
  for (const auto& sites : flooded.choices_of_two()) {
    std::int64_t sum = 0;
    for (const std::int64_t women : covered_by_draw(problem, draws, sites)) sum += women;
    best = std::max(best, sum);
  }
  CHECK(chosen.answer.objective * 50 == Approx(static_cast<double>(best)));
  const auto dry = solve_siting(problem, rules, flooded.objective, {}).sites;
  FloodSiting found{.options = options, .size = chosen.size};
  measure_for_floods(reach, problem, rules, chosen.answer, dry, found, silent);
  REQUIRE(found.measures.size() == 3);
  CHECK(found.measures[2].women.value - found.measures[1].women.value ==
        Approx(found.over_dry.value).margin(1e-6));
  REQUIRE(found.gap);
  REQUIRE(found.gap->sampling.upper);
  CHECK(*found.gap->sampling.upper >= found.gap->sampling.mean);
  CHECK(found.gap->sampling.n_batches == 20);
}

TEST_CASE("sites for the tail leave the fewest uncovered in the worst half of the draws") {
  const FloodedStudy flooded;
  const StudyHazard hazard(flooded.study);
  const SitingProblem& problem = flooded.made.problem;
  SilentProgress silent;
  const FloodSitingOptions options{.n_draws = 100, .n_batches = 0, .tail_level = 0.5};
  const SitingRules rules{.n_new = 2};
  const FloodAnswer chosen =
      choose_for_floods(flooded.reach(hazard), problem, rules, options, silent);
  REQUIRE(chosen.tail);
  REQUIRE(chosen.answer.status == AnswerStatus::kProven);
  std::vector<RoadState> states;
  for (std::size_t i = 0; i < options.n_draws; ++i) {
    states.push_back(draw_flood_moment(hazard, flooded.study.scenario.seed, i));
  }
  double best = 0;
  for (const auto& sites : flooded.choices_of_two()) {
    std::vector<std::int64_t> women;
    for (const RoadState& state : states) women.push_back(flooded.covered(sites, state));
    std::ranges::sort(women);
    best = std::max(best, static_cast<double>(
                              std::accumulate(women.begin(), women.begin() + 50, std::int64_t{0})));
  }
  CHECK(chosen.answer.objective == Approx(best / 50));
  CHECK(chosen.tail->cover.cvar == Approx(static_cast<double>(problem.total_weight()) - best / 50));
  FloodSiting found{.options = options, .size = chosen.size, .tail = chosen.tail};
  measure_for_floods(flooded.reach(hazard), problem, rules, chosen.answer, chosen.tail->mean_sites,
                     found, silent);
  REQUIRE(found.measures.size() == 4);
  CHECK(found.tail->over_dry.cvar == found.tail->over_mean.cvar);
  CHECK(found.measures[2].tail->cvar - found.measures[3].tail->cvar ==
        Approx(found.tail->over_mean.cvar).margin(1e-6));
  CHECK(found.measures[0].tail->cvar >= found.measures[3].tail->cvar);
  CHECK_FALSE(found.gap);
}
