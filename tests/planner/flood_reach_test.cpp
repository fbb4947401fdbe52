// Reach over flooded roads, and sites chosen for it.

#include "planner/optimise/flood_reach.h"

#include <algorithm>
#include <catch2/catch.hpp>

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
  const StudyHazard hazard(flooded.study);
  const FloodReach reach = flooded.reach(hazard);
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
  const auto& study = flooded.study;
  for (std::size_t i = 0; i < kDraws; ++i) {
    const RoadState state = draw_flood_moment(hazard, study.scenario.seed, 100 + i);
    const auto model = make_model(study, scenario_choice(study.scenario), state, silent);
    std::int64_t women = 0;
    for (const DemandIdx at : indices(flooded.made.settlement_of)) {
      const PlaceIdx place(flooded.made.settlement_of[at].value());
      const bool is_covered = std::ranges::any_of(all, [&](SiteIdx site) {
        const SiteIdx centre(flooded.made.centre_of[site].value());
        return !std::ranges::binary_search(state.lost, centre) &&
               model->times(centre)[place] <= TravelTime::from_minutes(60);
      });
      if (is_covered) women += flooded.made.problem.weights[at];
    }
    CHECK(covered[i] == women);
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
  const auto candidates = problem.with_status(SiteStatus::kCandidate);
  for (std::size_t a = 0; a < candidates.size(); ++a) {
    for (std::size_t b = a + 1; b < candidates.size(); ++b) {
      auto sites = problem.with_status(SiteStatus::kLocked);
      sites.push_back(candidates[a]);
      sites.push_back(candidates[b]);
      std::int64_t sum = 0;
      for (const std::int64_t women : covered_by_draw(problem, draws, sites)) sum += women;
      best = std::max(best, sum);
    }
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
