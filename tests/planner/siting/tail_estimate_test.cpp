#include <algorithm>
#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/risk/tail_estimate.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("CVaR is the least of level and mean excess over all levels") {
  for (std::uint64_t seed = 1; seed <= n_cases(50); ++seed) {
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
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    std::vector<std::int64_t> losses;
    for (int i = 0; i < 500; ++i) losses.push_back(static_cast<std::int64_t>(dice.below(1000)));
    const TailEstimate tail = estimate_tail(losses, 0.9, {.n_resamples = 200, .seed = seed});
    if (tail.low <= truth && truth <= tail.high) ++n_held;
  }
  CHECK(n_held >= n_wanted(180));  // 190 expected
  CHECK(n_held <= n_cases(199));
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

TEST_CASE("the difference of two tails is on the same draws, and surer than either") {
  SitingDice dice(5);
  std::vector<std::int64_t> less, more;
  for (int i = 0; i < 400; ++i) {
    less.push_back(static_cast<std::int64_t>(dice.below(1000)));
    more.push_back(less.back() + 30);
  }
  const TailEstimate tail = estimate_tail(less, 0.75, {});
  const TailEstimate difference = estimate_tail_difference(more, less, 0.75, {});
  CHECK(difference.cvar == Approx(30));
  CHECK(difference.low == Approx(30));
  CHECK(difference.high == Approx(30));
  CHECK(tail.low < tail.high);
  CHECK_THROWS_AS(estimate_tail_difference(more, {1, 2}, 0.75, {}), UsageError);
}
