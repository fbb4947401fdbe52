#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "planner/siting/risk/tail_cover.h"
#include "planner/siting/risk/tail_interchange.h"
#include "planner/siting/risk/tail_mip.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

RandomDraws scaled(RandomDraws random, std::int64_t factor) {
  for (std::int64_t& weight : random.problem.weights) weight *= factor;
  for (SitingProblem& draw : random.by_draw) draw.weights = random.problem.weights;
  return random;
}

/// The same problem with its points and sites in the opposite order.
SitingProblem reversed(const SitingProblem& problem) {
  const std::size_t n_points = problem.weights.size(), n_sites = problem.sites.size();
  SitingProblem made = problem;
  std::ranges::reverse(made.weights.raw());
  std::ranges::reverse(made.sites.raw());
  std::vector<ReachPair> pairs;
  for (const SiteIdx site : indices(problem.sites)) {
    for (const DemandCost& item : problem.reach.of(site)) {
      pairs.push_back({DemandIdx(n_points - 1 - item.demand.value()),
                       SiteIdx(n_sites - 1 - site.value()), item.cost});
    }
  }
  made.reach = ReachTable(n_points, n_sites, pairs);
  return made;
}

std::vector<std::string> ids_of(const SitingProblem& problem, const std::vector<SiteIdx>& sites) {
  std::vector<std::string> ids;
  for (const SiteIdx at : sites) ids.push_back(problem.sites[at].id);
  return ids;
}

}  // namespace

TEST_CASE("the order of points and sites has no say in the choice for the worst draws") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 1 + dice.below(9));
    RandomDraws other = random;
    other.problem = reversed(random.problem);
    for (SitingProblem& draw : other.by_draw) draw = reversed(draw);
    const TailGoal goal = {.n_tail = 1 + dice.below(random.by_draw.size())};
    const TailChoice one = solve_tail(random.problem, random.draws(), {.n_new = 2}, goal, {});
    const TailChoice two = solve_tail(other.problem, other.draws(), {.n_new = 2}, goal, {});
    INFO("seed " << seed);
    CHECK(ids_of(random.problem, one.sites) == ids_of(other.problem, two.sites));
    CHECK(one.losses == two.losses);
  }
}

TEST_CASE("the losses kept while columns open and close are those of the draws") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 1 + dice.below(8));
    const ChoiceRules rules = make_choice_rules(random.problem, {});
    const DrawModel model = make_draw_model(random.problem, random.draws(), rules);
    DrawLosses losses(model);
    std::vector<bool> open(rules.n_columns(), false);
    for (int step = 0; step < 12 && rules.n_columns() > 0; ++step) {
      const auto column = static_cast<SiteColumn>(dice.below(rules.n_columns()));
      open[column] ? losses.close(column) : losses.open(column);
      open[column] = !open[column];
    }
    auto sites = random.problem.with_status(SiteStatus::kLocked);
    for (SiteColumn column = 0; column < open.size(); ++column) {
      if (open[column]) sites.push_back(rules.sites[column]);
    }
    INFO("seed " << seed);
    const auto by_hand = losses_by_hand(random, sites);
    CHECK(losses.losses() == by_hand);
    const std::size_t n_tail = 1 + dice.below(by_hand.size());
    CHECK(losses.tail(n_tail) == tail_by_sorting(by_hand, n_tail));
  }
}

TEST_CASE("the worst draws lose the least of all choices") {
  std::size_t n_solved = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    SitingDice dice(seed);
    RandomDraws random = random_draws(dice, 1 + dice.below(9));
    if (dice.one_in(4)) random = scaled(random, 10'007);
    const SitingRules rules = random_rules(dice, random.problem);
    const std::size_t n_tail = 1 + dice.below(random.by_draw.size());
    const auto best = least_tail(random, rules, n_tail);
    const TailChoice found =
        solve_tail(random.problem, random.draws(), rules, {.n_tail = n_tail}, {});
    INFO("seed " << seed);
    CHECK((found.status == AnswerStatus::kProven) == best.has_value());
    if (!best) continue;
    ++n_solved;
    CHECK(found.loss_sum == *best);
    CHECK(found.bound_sum == *best);
    CHECK(found.losses == losses_by_hand(random, found.sites));
  }
  CHECK(n_solved >= n_wanted(200));
}

TEST_CASE("the programme of the worst draws alone finds the best of all choices") {
  const StopSignal no_stop(std::nullopt, nullptr);
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 2 + dice.below(7));
    const SitingRules rules = {.n_new = 1};
    const std::size_t n_tail = 1 + dice.below(random.by_draw.size());
    const auto best = least_tail(random, rules, n_tail);
    if (!best) continue;
    const ChoiceRules choice = make_choice_rules(random.problem, rules);
    const DrawModel model = make_draw_model(random.problem, random.draws(), choice);
    const TailMip made = make_tail_mip(model, choice, n_tail);
    const MipResult result = solve_mip(made.mip, {.step = 1}, no_stop);
    INFO("seed " << seed);
    REQUIRE(result.has_solution());
    CHECK(result.bound == Approx(static_cast<double>(*best)).margin(1e-6));
    const auto open = better_tail(model, choice, {0}, n_tail, no_stop);
    CHECK(keeps_rules(choice, open));
  }
}

TEST_CASE("the tail cover has the least CVaR of all choices") {
  for (std::uint64_t seed = 1; seed <= n_cases(40); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 100 + dice.below(3));
    const SitingRules rules = random_rules(dice, random.problem);
    const auto best = least_tail(random, rules, 50);
    const ReachDraws draws = random.draws();
    const TailCover found = solve_tail_cover(random.problem, draws, rules, {.level = 0.5});
    INFO("seed " << seed);
    CHECK(found.n_tail == (random.by_draw.size() == 102 ? 51 : 50));
    if (!best || found.n_tail != 50) continue;
    CHECK(found.cvar == static_cast<double>(*best) / 50);
    CHECK(found.gap == 0);
    CHECK(found.cvar >= found.mean_loss);
    CHECK(found.value_at_risk <= found.cvar);
    const auto losses = losses_by_draw(random.problem, draws, found.choice.sites);
    CHECK(losses == losses_by_hand(random, found.choice.sites));
    const TailEstimate again = estimate_tail(losses, 0.5, {});
    CHECK(again.cvar == found.cvar);
    CHECK(again.low <= found.cvar);
    CHECK(again.high >= found.cvar);
  }
}

TEST_CASE("worst draws that are stopped at once keep a choice, with a bound that holds") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 6);
    const SitingRules rules = {.n_new = 1};
    const auto best = least_tail(random, rules, 3);
    if (!best) continue;
    for (const SolveLimits& limits :
         {SolveLimits{.should_stop = [] { return true; }}, SolveLimits{.time_s = 0}}) {
      const TailChoice found =
          solve_tail(random.problem, random.draws(), rules, {.n_tail = 3}, limits);
      REQUIRE(found.has_sites());
      CHECK(found.loss_sum >= *best);
      CHECK(found.bound_sum <= *best);
    }
  }
}

TEST_CASE("worst draws that are stopped anywhere keep a choice, with a bound that holds") {
  std::size_t n_stopped = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 8);
    const SitingRules rules = {.n_new = 2};
    const auto best = least_tail(random, rules, 2);
    if (!best) continue;
    std::size_t left = dice.below(200);
    const auto stop = [&] { return left == 0 || --left == 0; };
    const TailChoice found =
        solve_tail(random.problem, random.draws(), rules, {.n_tail = 2}, {.should_stop = stop});
    INFO("seed " << seed);
    REQUIRE(found.has_sites());
    CHECK(found.loss_sum >= *best);
    CHECK(found.bound_sum <= *best);
    if (found.status == AnswerStatus::kProven) CHECK(found.loss_sum == *best);
    if (found.status == AnswerStatus::kInterrupted) ++n_stopped;
  }
  CHECK(n_stopped >= n_wanted(20));
}

TEST_CASE("a tail of many draws keeps to its time and has a choice and a bound", "[.long]") {
  SitingDice dice(11);
  const auto [problem, draws] = large_draws(
      dice,
      {.n_candidates = 200, .n_locked = 20, .n_points = 3000, .n_draws = 1000, .share = 0.05});
  const double limit_s = 30;
  const auto begin = std::chrono::steady_clock::now();
  const TailChoice found =
      solve_tail(problem, draws, {.n_new = 15}, {.n_tail = 50}, {.time_s = limit_s});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << draws.size().n_differences << " differences; " << to_word(found.status) << ", CVaR "
            << found.loss_sum / 50 << ", bound " << found.bound_sum / 50 << " of "
            << problem.total_weight() << ", " << took.count() << " s\n";
  CHECK(found.has_sites());
  CHECK(took.count() < 1.5 * limit_s);
}
