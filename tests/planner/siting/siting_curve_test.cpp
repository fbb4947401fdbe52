#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "planner/siting/plans/siting_curve.h"
#include "tests/planner/siting/plan_cases.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

void check_monotone(const SitingCurve& curve, const SitingObjective& objective) {
  const double sign = objective.is_maximum() ? 1 : -1;
  for (std::size_t p = 1; p < curve.answers.size(); ++p) {
    const SitingAnswer &before = curve.answers[p - 1], &answer = curve.answers[p];
    if (!before.has_sites() || !answer.has_sites()) continue;
    CHECK(sign * answer.objective >= sign * before.objective);
    CHECK(sign * answer.bound >= sign * before.bound);
    CHECK(sign * answer.bound >= sign * answer.objective);
  }
}

}  // namespace

TEST_CASE("each number of sites on the curve is the best of all sets, or has none") {
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 10);
    const SitingRules rules = dice.one_in(3) ? random_rules(dice, problem) : SitingRules{};
    for (const SitingObjective& objective : plan_objectives()) {
      std::size_t n_told = 0;
      const SitingCurve curve = solve_curve(
          problem, rules, objective,
          {.n_most = 5,
           .on_answer = [&](std::size_t p, const SitingAnswer&) { CHECK(p == n_told++); }});
      CHECK(n_told == 6);
      for (std::size_t p = 0; p <= 5; ++p) {
        SitingRules of_size = rules;
        of_size.n_new = p;
        const auto best = best_by_enumeration(problem, of_size, objective);
        INFO("seed " << seed << " p " << p);
        const SitingAnswer& answer = curve.answers[p];
        REQUIRE(answer.status == (best ? AnswerStatus::kProven : AnswerStatus::kInfeasible));
        if (best) CHECK(answer.objective == Approx(*best).epsilon(1e-9));
      }
    }
  }
}

TEST_CASE("a curve that is stopped has a choice and a safe bound for each number, and rises") {
  for (std::uint64_t seed = 1; seed <= n_cases(60); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 9, 12);
    for (const SitingObjective& objective : plan_objectives()) {
      for (const int n_calls : {0, 1, 5, 40}) {
        int n_asked = 0;
        const SitingCurve curve = solve_curve(
            problem, {}, objective,
            {.n_most = 4, .limits = {.should_stop = [&] { return n_asked++ >= n_calls; }}});
        check_monotone(curve, objective);
        const double sign = objective.is_maximum() ? 1 : -1;
        for (std::size_t p = 0; p <= 4; ++p) {
          const auto best = best_by_enumeration(problem, {.n_new = p}, objective);
          INFO("seed " << seed << " p " << p);
          if (best && objective.is_maximum()) CHECK(curve.answers[p].has_sites());
          if (!best || !curve.answers[p].has_sites()) continue;
          CHECK(sign * curve.answers[p].bound >= sign * *best - 1e-6);
        }
      }
    }
  }
}

TEST_CASE("a curve without time rises still") {
  const SitingProblem problem = strewn_problem(60, 4, 300, 8);
  for (const SitingObjective& objective :
       {SitingObjective{.kind = ObjectiveKind::kCover, .limit = 1},
        SitingObjective{.kind = ObjectiveKind::kBackup, .limit = 1}}) {
    const SitingCurve curve =
        solve_curve(problem, {}, objective, {.n_most = 20, .limits = {.time_s = 0}});
    check_monotone(curve, objective);
  }
}

TEST_CASE("time of a curve of a district's size", "[.long]") {
  const SitingProblem problem = strewn_problem(534, 39, 8'500, 30);
  for (const SitingObjective& objective :
       {SitingObjective{.kind = ObjectiveKind::kCover, .limit = 1},
        SitingObjective{.kind = ObjectiveKind::kGradual, .steps = {{0.5, 1}, {1, 0.5}}}}) {
    const auto begin = std::chrono::steady_clock::now();
    std::size_t n_proven = 0;
    const SitingCurve curve =
        solve_curve(problem, {}, objective, {.n_most = 60, .limits = {.time_s = 60}});
    for (const SitingAnswer& answer : curve.answers) {
      n_proven += answer.status == AnswerStatus::kProven ? 1U : 0U;
    }
    const std::chrono::duration<double> spent_s = std::chrono::steady_clock::now() - begin;
    fmt::print("curve 0..60: {:.1f} s, {} proven\n", spent_s.count(), n_proven);
    check_monotone(curve, objective);
  }
}
