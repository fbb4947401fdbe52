// What becomes of an answer when the solver of linear programmes fails each time it is asked: this
// program has such a solver in the place of CBC.

#include <catch2/catch.hpp>

#include "planner/siting/mip.h"
#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

namespace pahunch {

MipResult solve_mip(const MipModel& /*model*/, const MipOptions& /*options*/,
                    const StopSignal& /*signal*/) {
  return {};
}

MipRelaxation relax_mip(const MipModel& /*model*/, const StopSignal& /*signal*/) { return {}; }

}  // namespace pahunch

using namespace pahunch;
using namespace pahunch::test;

namespace {

bool is_no_better(const SitingObjective& objective, double value, double than) {
  const double slack = 1e-9 * std::max(1.0, std::abs(than));
  return objective.is_maximum() ? value <= than + slack : value >= than - slack;
}

std::vector<SitingObjective> all_objectives() {
  std::vector<SitingObjective> all = {{.kind = ObjectiveKind::kCover, .limit = 2},
                                      {.kind = ObjectiveKind::kBackup, .limit = 2},
                                      {.kind = ObjectiveKind::kMedian},
                                      {.kind = ObjectiveKind::kCentre},
                                      {.kind = ObjectiveKind::kSetCover, .limit = 3, .target = 0.8},
                                      {.kind = ObjectiveKind::kFacility}};
  all.push_back({.kind = ObjectiveKind::kGradual, .steps = {{1, 1}, {2, 0.5}}});
  return all;
}

}  // namespace

TEST_CASE("a solver that fails never loses what was found, and never makes a bound or a no") {
  SitingDice dice(20261128);
  std::size_t n_failed = 0, n_proven = 0, n_nothing = 0;
  for (int round = 0; round < 400; ++round) {
    const SitingProblem problem = random_problem(dice, 6 + dice.below(5), 4 + dice.below(20));
    const SitingRules rules = random_rules(dice, problem);
    for (const SitingObjective& objective : all_objectives()) {
      const auto best = best_by_enumeration(problem, rules, objective);
      const SitingAnswer answer = solve_siting(problem, rules, objective, {});
      INFO("round " << round << ", objective " << static_cast<int>(objective.kind) << ", "
                    << to_word(answer.status));
      if (answer.status == AnswerStatus::kInfeasible) CHECK_FALSE(best);
      n_nothing += answer.status == AnswerStatus::kNothingFound ? 1U : 0U;
      if (!answer.has_sites()) continue;
      REQUIRE(best);
      CHECK(is_no_better(objective, answer.objective, *best));
      CHECK(is_no_better(objective, *best, answer.bound));
      if (answer.status == AnswerStatus::kProven) {
        ++n_proven;
        CHECK(answer.objective == Approx(*best));
      } else {
        CHECK(answer.status == AnswerStatus::kSolverFailed);
        ++n_failed;
      }
    }
  }
  CHECK(n_failed >= n_wanted(100));
  CHECK(n_proven >= n_wanted(100));
  CHECK(n_nothing > 0);
}

TEST_CASE("with a number of sites alone a failing solver leaves a choice of that many") {
  SitingDice dice(7);
  for (int round = 0; round < 200; ++round) {
    const SitingProblem problem = random_problem(dice, 8, 12);
    const std::size_t n_new = dice.below(problem.with_status(SiteStatus::kCandidate).size() + 1);
    const SitingAnswer answer =
        solve_siting(problem, {.n_new = n_new}, {.kind = ObjectiveKind::kCover, .limit = 2}, {});
    REQUIRE(answer.has_sites());
    CHECK(answer.sites.size() == n_new + problem.with_status(SiteStatus::kLocked).size());
  }
}
