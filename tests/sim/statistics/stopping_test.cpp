#include "sim/statistics/stopping.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "sim/statistics/share_interval.h"
#include "tests/sim/statistics/coverage.h"
#include "tests/sim/statistics/shared_shock.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Replicates of shared shocks until the plan stops; intervals at `level`.
Estimate run_until(const StoppingPlan& plan, double level, RandomStream& random) {
  static const SharedShock shock(30);
  PairMoments totals;
  for (const std::uint64_t look : plan.looks) {
    while (totals.n() < look) {
      const RatioPart part = shock(random);
      totals.add(part.first, part.second);
    }
    const Estimate estimate = estimate_ratio(totals, level);
    if (should_stop(plan, estimate)) return estimate;
  }
  return {};
}

}  // namespace

TEST_CASE("looks double from the first to the last") {
  const auto looks = [](const LookRange& range) { return make_doubling_plan(range, 0.01).looks; };
  CHECK(looks({.first = 100, .last = 1600}) ==
        std::vector<std::uint64_t>{100, 200, 400, 800, 1600});
  CHECK(looks({.first = 100, .last = 1000}) ==
        std::vector<std::uint64_t>{100, 200, 400, 800, 1000});
  CHECK(looks({.first = 50, .last = 50}) == std::vector<std::uint64_t>{50});
}

TEST_CASE("each look has its part of what may go wrong") {
  CHECK(look_level(make_doubling_plan({.first = 100, .last = 1600}, 0.01)) == Approx(0.99));
  CHECK(look_level(make_doubling_plan({.first = 50, .last = 50}, 0.01, 0.9)) == Approx(0.9));
}

TEST_CASE("a run stops where the interval is narrow enough, or at the last look") {
  const StoppingPlan plan = make_doubling_plan({.first = 100, .last = 400}, 0.01);
  CHECK(should_stop(plan, {.n = 100, .low = 0.4, .high = 0.42}));
  CHECK_FALSE(should_stop(plan, {.n = 100, .low = 0.4, .high = 0.43}));
  CHECK_FALSE(should_stop(plan, {.n = 200, .low = 0.4, .high = 0.43}));
  CHECK(should_stop(plan, {.n = 400, .low = 0.4, .high = 0.9}));
}

TEST_CASE("looks and half-widths that are none are refused") {
  CHECK_THROWS_WITH(make_doubling_plan({.first = 1, .last = 10}, 0.1),
                    Catch::Contains("from 1 to 10") && Catch::Contains("2 or more"));
  CHECK_THROWS_AS(make_doubling_plan({.first = 20, .last = 10}, 0.1), ConfigError);
  CHECK_THROWS_WITH(make_doubling_plan({.first = 10, .last = 20}, 0), Catch::Contains("above 0"));
  CHECK_THROWS_AS(make_doubling_plan({.first = 10, .last = 20}, std::nan("")), ConfigError);
}

TEST_CASE("the interval that a run stops at holds the truth at its level") {
  // Half-widths that stop most runs at the first, the middle and the last look.
  for (const double half_width : {0.12, 0.08, 0.04}) {
    const StoppingPlan plan = make_doubling_plan({.first = 50, .last = 400}, half_width);
    const double coverage = measure_coverage(
        kReached, [&](RandomStream& random) { return run_until(plan, look_level(plan), random); });
    CHECK(coverage > 0.945);
  }
}

TEST_CASE("the interval of a run that stops without correction holds less often") {
  const StoppingPlan plan = make_doubling_plan({.first = 10, .last = 320}, 0.1);
  const auto coverage_at = [&](double level) {
    return measure_coverage(
        kReached, [&](RandomStream& random) { return run_until(plan, level, random); }, 10'000);
  };
  CHECK(coverage_at(0.95) < 0.93);
  CHECK(coverage_at(look_level(plan)) > coverage_at(0.95) + 0.02);
}
