// The best answer for each number of new sites.

#include "planner/siting/plans/siting_curve.h"

#include <catch2/catch.hpp>

#include "tests/planner/siting/random_siting.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const SitingObjective kCoverFour = {.kind = ObjectiveKind::kCover, .limit = 4};

}  // namespace

TEST_CASE("each point of a curve is the best of its size, and none is worse than the one before") {
  SitingDice dice(41);
  for (int i = 0; i < 60; ++i) {
    const SitingProblem problem = random_problem(dice, 8, 12);
    for (const SitingObjective& objective :
         {kCoverFour, SitingObjective{.kind = ObjectiveKind::kMedian}}) {
      const SitingCurve curve = trace_curve(problem, {}, objective, 8, {});
      const std::size_t n_candidates = problem.with_status(SiteStatus::kCandidate).size();
      REQUIRE(curve.points.size() == std::min<std::size_t>(8, n_candidates) + 1);
      CHECK(curve.is_complete == (n_candidates >= 8));
      for (const CurvePoint& point : curve.points) {
        const auto best = best_by_enumeration(problem, {.n_new = point.n_new}, objective);
        REQUIRE(point.has_answer() == best.has_value());
        if (!best) continue;
        CHECK(point.objective == Approx(*best));
        CHECK(point.gap == Approx(0).margin(1e-9));
      }
    }
  }
}

TEST_CASE("a curve that may have gaps never falls, and its bounds hold") {
  SitingDice dice(42);
  for (int i = 0; i < 60; ++i) {
    const SitingProblem problem = random_problem(dice, 9, 14);
    const SitingCurve curve = trace_curve(problem, {}, kCoverFour, 9, {.gap = 0.5});
    double before = 0;
    for (const CurvePoint& point : curve.points) {
      CHECK(point.objective >= before);
      before = point.objective;
      CHECK(point.bound >= *best_by_enumeration(problem, {.n_new = point.n_new}, kCoverFour));
    }
  }
}

TEST_CASE("a curve that is stopped keeps its points, and says that it is not whole") {
  SitingDice dice(43);
  const SitingProblem problem = random_problem(dice, 10, 20);
  std::size_t n_told = 0;
  const SitingCurve curve =
      trace_curve(problem, {}, kCoverFour, 5, {.should_stop = [&] { return n_told >= 3; }},
                  [&](const CurvePoint&) { ++n_told; });
  CHECK_FALSE(curve.is_complete);
  CHECK(n_told == 3);
  CHECK(curve.points.size() >= 3);
  CHECK(curve.points.size() <= 4);
  CHECK_FALSE(trace_curve(problem, {}, kCoverFour, 5, {.time_s = 0.0}).is_complete);
}
