#include "planner/siting/plans/near_ties.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/planner/siting/solved_cases.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Swaps within a share by trying all, as (out, in, loss).
std::size_t count_swaps(const SolvedCase& solved, double share) {
  const auto chosen = open_flags_of(solved.problem, solved.answer.sites);
  std::size_t n = 0;
  for (const AnyPlan& plan : solved.plans) {
    std::size_t n_in = 0, n_out = 0;
    for (std::size_t at = 0; at < chosen.size(); ++at) {
      n_in += plan.open[at] && !chosen[at] ? 1U : 0U;
      n_out += !plan.open[at] && chosen[at] ? 1U : 0U;
    }
    const bool is_swap = n_in == 1 && n_out == 1;
    if (is_swap && solved.loss_of(plan.objective) <= solved.loss_within(share)) ++n;
  }
  return n;
}

double least_loss_with(const SolvedCase& solved, const NearTie& tie) {
  double least = kInfinity;
  for (const AnyPlan& plan : solved.plans) {
    if (plan.has(tie.site_out) || !plan.has(tie.site_in)) continue;
    least = std::min(least, solved.loss_of(plan.objective));
  }
  return least;
}

void check_tie(const SolvedCase& solved, const NearTie& tie) {
  std::vector<bool> open = open_flags_of(solved.problem, solved.answer.sites);
  open[tie.site_out.value()] = false;
  open[tie.site_in.value()] = true;
  const auto plan = std::ranges::find(solved.plans, open, &AnyPlan::open);
  REQUIRE(plan != solved.plans.end());
  CHECK(tie.loss == Approx(solved.loss_of(plan->objective)).margin(1e-8));
  REQUIRE(tie.best);
  CHECK(tie.best->is_proven());
  CHECK(tie.best->loss == Approx(least_loss_with(solved, tie)).margin(1e-8));
  const auto best = open_flags_of(solved.problem, tie.best->sites);
  CHECK(!best[tie.site_out.value()]);
  CHECK(best[tie.site_in.value()]);
}

}  // namespace

TEST_CASE("near ties are all swaps within the share, each with the best plan that holds it") {
  std::size_t n_ties = 0;
  for_each_solved(400, [&](const SolvedCase& solved, SitingDice& dice) {
    const double share = static_cast<double>(dice.below(8)) / 10;
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    const NearTies found = find_near_ties(plan, {.share = share, .n_solved = 1000}, kNeverStop);
    CHECK(found.is_complete);
    CHECK(found.n_not_solved() == 0);
    CHECK(found.ties.size() == count_swaps(solved, share));
    CHECK(std::ranges::is_sorted(found.ties, {}, &NearTie::loss));
    for (const NearTie& tie : found.ties) check_tie(solved, tie);
    n_ties += found.ties.size();
  });
  CHECK(n_ties >= n_wanted(1000));
}

TEST_CASE("ties that are not solved again are counted") {
  for_each_solved(40, [](const SolvedCase& solved, SitingDice&) {
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    const NearTies found = find_near_ties(plan, {.share = 0.9, .n_solved = 2}, kNeverStop);
    CHECK(found.n_solved == std::min<std::size_t>(2, found.ties.size()));
    for (std::size_t at = 0; at < found.ties.size(); ++at) {
      CHECK(found.ties[at].best.has_value() == (at < found.n_solved));
    }
  });
}

TEST_CASE("a search for ties that is stopped keeps what it has and says so") {
  for (int n_asked = 0; n_asked < 60; n_asked += 4) {
    for_each_solved(6, [&](const SolvedCase& solved, SitingDice&) {
      const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
      int n = 0;
      const StopSignal signal(std::nullopt, [&] { return n++ >= n_asked; });
      const NearTies found = find_near_ties(plan, {.share = 0.9}, signal);
      CHECK(found.is_complete == (n <= n_asked));
      for (const NearTie& tie : found.ties) {
        if (!tie.best) continue;
        const double least = least_loss_with(solved, tie);
        CHECK(tie.best->least_loss <= least + 1e-9);
        CHECK(tie.best->loss >= least - 1e-9);
        CHECK(tie.best->loss <= tie.loss + 1e-9);
      }
    });
  }
}

TEST_CASE("a share that makes no sense and an objective without a loss model are refused") {
  SitingDice dice(1);
  const SitingProblem problem = random_problem(dice, 6, 8);
  const SitingRules rules = {.n_new = 2};
  const SitingObjective cover = kPlanObjectives.front();
  const SitingObjective backup = {.kind = ObjectiveKind::kBackup, .limit = 4};
  const SitingAnswer answer = solve_siting(problem, rules, cover, {});
  const SolvedPlan plan = make_solved_plan({problem, rules, cover, answer}, kNeverStop);
  CHECK_THROWS_AS(find_near_ties(plan, {.share = 1}, kNeverStop), UsageError);
  CHECK_THROWS_AS(find_near_ties(plan, {.share = -0.1}, kNeverStop), UsageError);
  CHECK_THROWS_AS(make_solved_plan({problem, rules, backup, answer}, kNeverStop), UsageError);
  const SitingAnswer none;
  CHECK_THROWS_AS(make_solved_plan({problem, rules, cover, none}, kNeverStop), UsageError);
}
