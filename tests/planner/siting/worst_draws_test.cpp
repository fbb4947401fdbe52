#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "geo/base/error.h"
#include "planner/siting/risk/tail_cover.h"
#include "planner/siting/risk/tail_interchange.h"
#include "planner/siting/risk/tail_mip.h"
#include "planner/siting/risk/worst_case.h"
#include "tests/planner/siting/random_draws.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<std::int64_t> losses_by_hand(const RandomDraws& random,
                                         const std::vector<SiteIdx>& sites) {
  auto losses = random.covered(sites);
  for (std::int64_t& item : losses) item = random.problem.total_weight() - item;
  return losses;
}

std::int64_t tail_by_sorting(std::vector<std::int64_t> losses, std::size_t n_tail) {
  std::sort(losses.begin(), losses.end(), std::greater<>());
  losses.resize(n_tail);
  return sum_of(losses);
}

std::optional<std::int64_t> least_tail(const RandomDraws& random, const SitingRules& rules,
                                       std::size_t n_tail) {
  std::optional<std::int64_t> best;
  for_each_choice(random.problem, rules, [&](const std::vector<SiteIdx>& sites) {
    const std::int64_t loss = tail_by_sorting(losses_by_hand(random, sites), n_tail);
    if (!best || loss < *best) best = loss;
  });
  return best;
}

std::vector<std::string> names_of(std::size_t n) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < n; ++i) names.push_back("year " + std::to_string(1990 + i));
  return names;
}

RandomDraws scaled(RandomDraws random, std::int64_t factor) {
  for (std::int64_t& weight : random.problem.weights) weight *= factor;
  for (SitingProblem& draw : random.by_draw) draw.weights = random.problem.weights;
  return random;
}

}  // namespace

TEST_CASE("the losses kept while columns open and close are those of the draws") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
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
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
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
  CHECK(n_solved > 200);
}

TEST_CASE("the programme of the worst draws alone finds the best of all choices") {
  const StopSignal no_stop(std::nullopt, nullptr);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
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
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 100 + dice.below(3));
    const SitingRules rules = random_rules(dice, random.problem);
    const auto best = least_tail(random, rules, 50);
    const ReachDraws draws = random.draws();
    const TailCover found = solve_tail_cover(random.problem, draws, draws, rules, {.level = 0.5});
    INFO("seed " << seed);
    CHECK(found.n_tail == (random.by_draw.size() == 102 ? 51 : 50));
    if (!best || found.n_tail != 50) continue;
    CHECK(found.cvar == static_cast<double>(*best) / 50);
    CHECK(found.gap == 0);
    CHECK(found.cvar >= found.mean_loss);
    CHECK(found.value_at_risk <= found.cvar);
    CHECK(found.out_of_sample.cvar == found.cvar);
    CHECK(found.out_of_sample.low <= found.cvar);
    CHECK(found.out_of_sample.high >= found.cvar);
  }
}

TEST_CASE("CVaR is the least of level and mean excess over all levels") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SitingDice dice(seed);
    std::vector<std::int64_t> losses;
    for (int i = 0; i < 200; ++i) losses.push_back(static_cast<std::int64_t>(dice.below(40)));
    const TailEstimate tail = estimate_tail(losses, 0.75, {.n_resamples = 10});
    double least = 1e9, at = 0;
    for (int level = 40; level >= 0; --level) {
      double sum = 0;
      for (const std::int64_t loss : losses)
        sum += std::max<double>(0, static_cast<double>(loss - level));
      if (level + sum / 50 > least + 1e-9) continue;
      least = level + sum / 50;
      at = level;
    }
    CHECK(tail.cvar == Approx(least));
    CHECK(static_cast<double>(value_at_risk(losses, 50)) == at);
  }
}

TEST_CASE("the interval of a tail holds the true one about as often as it says") {
  std::size_t n_held = 0;
  const double truth = 0.95 * 1000 - 0.5;  // the mean of the upper tenth of 0 .. 999
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SitingDice dice(seed);
    std::vector<std::int64_t> losses;
    for (int i = 0; i < 500; ++i) losses.push_back(static_cast<std::int64_t>(dice.below(1000)));
    const TailEstimate tail = estimate_tail(losses, 0.9, {.n_resamples = 200, .seed = seed});
    if (tail.low <= truth && truth <= tail.high) ++n_held;
  }
  CHECK(n_held >= 180);  // 190 expected
  CHECK(n_held <= 199);
}

TEST_CASE("a tail of fewer than 50 draws is refused, with how many are needed") {
  using Catch::Contains;
  CHECK(count_tail(1000, 0.95) == 50);
  CHECK_THROWS_WITH(count_tail(999, 0.95), Contains("49 in the tail") && Contains("1000 draws"));
  CHECK_THROWS_WITH(count_tail(100, 0.99), Contains("at least 5000 draws"));
  CHECK_THROWS_AS(count_tail(1000, 1), UsageError);
  CHECK_THROWS_AS(count_tail(1000, 0), UsageError);
  CHECK_THROWS_AS(estimate_tail({1, 2, 3}, 0.5, {}), UsageError);
}

TEST_CASE("the worst case covers the most of all choices and says which draws bind") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 1 + dice.below(6));
    const SitingRules rules = random_rules(dice, random.problem);
    const auto best = least_tail(random, rules, 1);
    const auto names = names_of(random.by_draw.size());
    const WorstCase found = solve_worst_case(random.problem, random.draws(), names, rules, {});
    INFO("seed " << seed);
    CHECK(found.choice.has_sites() == best.has_value());
    if (!best) continue;
    CHECK(found.covered == static_cast<double>(random.problem.total_weight() - *best));
    CHECK(found.bound == found.covered);
    std::vector<std::string> binding;
    const auto covered = random.covered(found.choice.sites);
    for (std::size_t draw = 0; draw < covered.size(); ++draw) {
      if (covered[draw] == std::ranges::min(covered)) binding.push_back(names[draw]);
    }
    CHECK(found.binding == binding);
  }
}

TEST_CASE("the worst case takes no draw without a name of its own") {
  SitingDice dice(1);
  const RandomDraws random = random_draws(dice, 2);
  const auto solve = [&](const std::vector<std::string>& names) {
    return solve_worst_case(random.problem, random.draws(), names, {}, {});
  };
  CHECK_THROWS_AS(solve({}), UsageError);
  CHECK_THROWS_AS(solve({"2008"}), UsageError);
  CHECK_THROWS_AS(solve({"2008", "2008"}), UsageError);
  CHECK_THROWS_AS(solve({"2008", ""}), UsageError);
  CHECK_NOTHROW(solve({"2008", "2017"}));
}

TEST_CASE("worst draws that are stopped at once keep a choice, with a bound that holds") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
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
