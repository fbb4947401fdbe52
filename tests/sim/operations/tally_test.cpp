#include "sim/operations/tally.h"

#include <catch2/catch.hpp>

#include "sim/operations/gauge.h"

using namespace pahunch;

TEST_CASE("a gauge integrates the number present, within the window only") {
  const Span window{0, 100};
  Gauge gauge;
  gauge.add(-50, window);
  gauge.add(10, window);     // one from 0, two from 10
  gauge.remove(30, window);  // one from 30
  CHECK(gauge.count() == 1);
  CHECK(gauge.integral(20, window) == 10 + 2 * 20 + 1 * 0 - 0);
  CHECK(gauge.integral(30, window) == 50);
  CHECK(gauge.integral(40, window) == 60);
  CHECK(gauge.integral(500, window) == 120);
}

TEST_CASE("time in a window is cut at both ends") {
  CHECK(clip(-5, 5, {0, 10}) == 5);
  CHECK(clip(5, kNeverMs, {0, 10}) == 5);
  CHECK(clip(3, 4, {0, 10}) == 1);
  CHECK(clip(10, 20, {0, 10}) == 0);
  CHECK(clip(7, 6, {0, 10}) == 0);
  CHECK(wrap(-1, 7) == 6);
  CHECK(wrap(14, 7) == 0);
}

TEST_CASE("waits fall into classes whose upper ends are inclusive") {
  CHECK(find_wait_class(0) == 0);
  CHECK(find_wait_class(1) == 1);
  CHECK(find_wait_class(kHourMs) == 1);
  CHECK(find_wait_class(kHourMs + 1) == 2);
  CHECK(find_wait_class(4 * kWeekMs) == 10);
  CHECK(find_wait_class(4 * kWeekMs + 1) == kNWaitClasses - 1);
}

TEST_CASE("tallies of several years add up in every field") {
  CentreTally one;
  one.steps.resize(1);
  one.pools.resize(1);
  one.n_cases = 2;
  one.steps[0].n_asked = 4;
  one.steps[0].n_by_wait[1] = 5;
  one.pools[0].busy_ms = 6;
  one.probes.n = 7;
  CentreTally sum = one;
  sum += one;
  CHECK(sum.n_cases == 4);
  CHECK(sum.steps[0].n_asked == 8);
  CHECK(sum.steps[0].n_by_wait[1] == 10);
  CHECK(sum.pools[0].busy_ms == 12);
  CHECK(sum.probes.n == 14);
}

TEST_CASE("only those who need a bed are turned away where there is none") {
  const ProbeTally probes{.n = 100, .n_full = 40, .n_late = 10, .n_late_or_full = 45};
  CHECK(estimate_p_not_helped(probes, 0) == Approx(0.10));
  CHECK(estimate_p_not_helped(probes, 1) == Approx(0.45));
  CHECK(estimate_p_not_helped(probes, 0.5) == Approx(0.275));
}

TEST_CASE("where every virtual case is late the chance is 1, whatever the share that needs a bed") {
  for (int i = 0; i <= 1000; ++i) {
    CHECK(estimate_p_not_helped({.n = 37, .n_late = 37, .n_late_or_full = 37}, i / 1000.0) == 1);
  }
}
