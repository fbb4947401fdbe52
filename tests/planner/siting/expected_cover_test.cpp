#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "geo/base/error.h"
#include "planner/siting/risk/expected_cover.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::optional<std::int64_t> most_covered(const RandomDraws& random, const SitingRules& rules) {
  std::optional<std::int64_t> best;
  for_each_choice(random.problem, rules, [&](const std::vector<SiteIdx>& sites) {
    const std::int64_t covered = sum_of(random.covered(sites));
    if (!best || covered > *best) best = covered;
  });
  return best;
}

}  // namespace

TEST_CASE("expected cover is the best of all choices over all draws") {
  std::size_t n_solved = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 1 + dice.below(9));
    const SitingRules rules = random_rules(dice, random.problem);
    const auto best = most_covered(random, rules);
    const ReachDraws draws = random.draws();
    const auto found = solve_expected_cover(random.problem, draws, rules, {});
    INFO("seed " << seed);
    CHECK((found.answer.status == AnswerStatus::kProven) == best.has_value());
    if (!best) continue;
    ++n_solved;
    CHECK(found.covered_sum == *best);
    CHECK(found.bound_sum == static_cast<double>(*best));
    CHECK(found.answer.objective ==
          Approx(static_cast<double>(*best) / static_cast<double>(draws.n_draws())));
    CHECK(found.answer.gap == 0);
  }
  CHECK(n_solved >= n_wanted(200));
}

TEST_CASE("a locked centre that is cut off covers nothing in its draw") {
  SitingProblem problem;
  problem.weights.push_back(10);
  problem.sites.push_back({.id = "a", .status = SiteStatus::kLocked});
  ReachDrawsBuilder builder(1, 1);
  builder.set_base(DemandIdx(0), std::vector{SiteIdx(0)});
  for (int i = 0; i < 4; ++i) builder.begin_draw();
  builder.set(DemandIdx(0), {});
  const ReachDraws draws = std::move(builder).finish();
  const auto found = solve_expected_cover(problem, draws, {}, {});
  CHECK(found.covered_sum == 30);
  CHECK(found.answer.objective == 7.5);
  CHECK(found.answer.locked_objective == 7.5);
}

TEST_CASE("expected cover that is stopped at once keeps a choice, with a bound that holds") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 5);
    const SitingRules rules = {.n_new = 1};
    const auto best = most_covered(random, rules);
    if (!best) continue;
    for (const SolveLimits& limits :
         {SolveLimits{.should_stop = [] { return true; }}, SolveLimits{.time_s = 0}}) {
      const auto found = solve_expected_cover(random.problem, random.draws(), rules, limits);
      REQUIRE(found.answer.has_sites());
      CHECK(found.covered_sum <= *best);
      CHECK(found.bound_sum >= static_cast<double>(*best));
    }
  }
}

TEST_CASE("expected cover that is stopped anywhere keeps a choice, with a bound that holds") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 8);
    const SitingRules rules = {.n_new = 2};
    const auto best = most_covered(random, rules);
    if (!best) continue;
    std::size_t left = dice.below(100);
    const auto stop = [&] { return left == 0 || --left == 0; };
    const auto found =
        solve_expected_cover(random.problem, random.draws(), rules, {.should_stop = stop});
    INFO("seed " << seed);
    REQUIRE(found.answer.has_sites());
    CHECK(found.covered_sum <= *best);
    CHECK(found.bound_sum >= static_cast<double>(*best));
  }
}

TEST_CASE("draws of a size that a state has are solved in seconds", "[.long]") {
  SitingDice dice(7);
  const auto [problem, draws] = large_draws(dice, {});
  const SitingProblem merged = merge_draws(problem, draws);
  const auto begin = std::chrono::steady_clock::now();
  const auto found = solve_expected_cover(problem, draws, {.n_new = 26}, {.time_s = 200});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const ReachDrawsSize size = draws.size();
  std::cout << size.n_differences << " differences, " << size.n_sets << " sets of "
            << size.n_members << " sites in " << size.bytes() / 1024 << " KiB; merged "
            << merged.weights.size() << " rows, " << merged.reach.n_pairs() << " pairs in "
            << merged.reach.n_pairs() * 32 / 1024 << " KiB; reduced to " << found.answer.size.n_rows
            << " rows; " << to_word(found.answer.status) << ", covers " << found.answer.objective
            << " of " << problem.total_weight() << ", gap " << found.answer.gap << ", "
            << took.count() << " s\n";
  CHECK(found.answer.has_sites());
}
