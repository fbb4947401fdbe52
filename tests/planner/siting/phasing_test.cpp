#include <algorithm>
#include <catch2/catch.hpp>

#include "planner/siting/plans/phasing.h"
#include "tests/planner/siting/plan_cases.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

/// Share of the gap of the first `n` sites of an order, from the raw problem.
double gap_share_by_hand(const SitingProblem& problem, const SitingObjective& objective,
                         const SitingCurve& curve, const std::vector<SiteIdx>& order,
                         std::size_t n) {
  const SitingAnswer& best = curve.answers[n];
  if (!best.has_sites()) return 0;
  SitingAnswer answer;
  answer.sites = problem.with_status(SiteStatus::kLocked);
  answer.sites.insert(answer.sites.end(), order.begin(),
                      order.begin() + static_cast<std::ptrdiff_t>(n));
  const double value = evaluate_sites(problem, objective, answer);
  const double gap =
      std::max(0.0, objective.is_maximum() ? best.bound - value : value - best.bound);
  if (gap < 1e-9) return 0;
  const double base = std::abs(best.bound - best.locked_objective);
  return base > 0 ? gap / base : kFar;
}

double largest_by_hand(const SitingProblem& problem, const SitingObjective& objective,
                       const SitingCurve& curve, const std::vector<SiteIdx>& order) {
  double largest = 0;
  for (std::size_t n = 1; n <= order.size(); ++n) {
    largest = std::max(largest, gap_share_by_hand(problem, objective, curve, order, n));
  }
  return largest;
}

void check_phasing(const SitingProblem& problem, const SitingObjective& objective) {
  const SitingCurve curve = solve_curve(problem, {}, objective, {.n_most = 4});
  const Phasing phasing = phase_opening(problem, {}, objective, curve, {});
  std::vector<SiteIdx> order;
  for (const PhasingStep& step : phasing.steps) order.push_back(step.site);
  CHECK(largest_by_hand(problem, objective, curve, order) ==
        Approx(phasing.largest_gap_share).margin(1e-9));
  if (order.empty()) return;
  CHECK(phasing.price_of_ordering == phasing.steps.back().gap);
  std::vector<SiteIdx> last = curve.answers[order.size()].sites;
  std::erase_if(last, [&](SiteIdx at) { return problem.sites[at].status == SiteStatus::kLocked; });
  std::ranges::sort(last);
  double least = kFar;
  do {
    least = std::min(least, largest_by_hand(problem, objective, curve, last));
  } while (std::next_permutation(last.begin(), last.end()));
  if (phasing.way == PhasingWay::kWithin) {
    CHECK(phasing.is_best_order);
    CHECK(phasing.largest_gap_share == Approx(least).margin(1e-9));
  } else {
    CHECK(phasing.largest_gap_share < least + 1e-9);
  }
}

}  // namespace

TEST_CASE("no order of the best set has a smaller largest gap, and each gap is true") {
  for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 12);
    for (const SitingObjective& objective : plan_objectives()) {
      INFO("seed " << seed);
      check_phasing(problem, objective);
    }
  }
}

TEST_CASE("an order is found for many sites and when stopped at once") {
  const SitingProblem problem = strewn_problem(60, 4, 300, 8);
  const SitingObjective cover = {.kind = ObjectiveKind::kCover, .limit = 1};
  const SitingCurve curve = solve_curve(problem, {}, cover, {.n_most = 20});
  const Phasing searched = phase_opening(problem, {}, cover, curve, {});
  const Phasing stopped =
      phase_opening(problem, {}, cover, curve, {.should_stop = [] { return true; }});
  CHECK(searched.steps.size() == 20);
  CHECK(stopped.steps.size() == 20);
  CHECK(searched.largest_gap_share <= stopped.largest_gap_share);
  CHECK_FALSE(searched.is_best_order);
}
