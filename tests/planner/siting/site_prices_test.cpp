#include "planner/siting/plans/site_prices.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/plans/relaxed_loss.h"
#include "tests/planner/siting/solved_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

enum class Having : bool { kNot, kIt };

/// Infinity: no plan.
double least_loss_of(const SolvedCase& solved, SiteIdx site, Having having) {
  double least = kInfinity;
  for (const AnyPlan& plan : solved.plans) {
    if (plan.has(site) != (having == Having::kIt)) continue;
    least = std::min(least, solved.loss_of(plan.objective));
  }
  return least;
}

void check_limits(const SolvedCase& solved, const SitePrice& price, Having having) {
  const double least = least_loss_of(solved, price.site, having);
  CHECK(price.least_loss <= least + 1e-9);
  CHECK(price.known_loss >= least - 1e-9);
  if (price.within == PlansWithin::kNone) CHECK(least > solved.loss_within(0.1) - 1e-8);
  if (price.within == PlansWithin::kSome) CHECK(least <= solved.loss_within(0.1) + 1e-8);
  if (price.sites.empty()) return;
  const auto open = open_flags_of(solved.problem, price.sites);
  CHECK(open[price.site.value()] == (having == Having::kIt));
  const auto plan = std::ranges::find(solved.plans, open, &AnyPlan::open);
  REQUIRE(plan != solved.plans.end());
  CHECK(solved.loss_of(plan->objective) == Approx(price.known_loss).margin(1e-8));
}

}  // namespace

TEST_CASE("the price of doing without a site is exact, that of taking one in a true limit") {
  std::size_t n_others = 0, n_decided = 0, n_exact = 0;
  for_each_solved(300, [&](const SolvedCase& solved, SitingDice&) {
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    const SitePrices prices = price_sites(plan, {.share = 0.1}, kNeverStop);
    CHECK(prices.is_complete);
    CHECK(prices.chosen.size() == plan.open.size());
    CHECK(prices.chosen.size() + prices.others.size() == plan.rules.n_columns());
    for (const SitePrice& price : prices.chosen) {
      check_limits(solved, price, Having::kNot);
      CHECK(price.is_exact());
      const double least = least_loss_of(solved, price.site, Having::kNot);
      if (std::isinf(least)) {
        CHECK(std::isinf(price.least_loss));
      } else {
        CHECK(price.least_loss == Approx(least).margin(1e-8));
      }
    }
    for (const SitePrice& price : prices.others) {
      check_limits(solved, price, Having::kIt);
      n_decided += price.within == PlansWithin::kNone ? 1U : 0U;
      n_exact += price.is_exact() ? 1U : 0U;
    }
    n_others += prices.others.size();
  });
  CHECK(3 * n_decided > n_others);
  CHECK(4 * n_exact > n_others);
}

TEST_CASE("limits without solving again, and those of a stopped pricing, are true") {
  const StopSignal stopped(std::nullopt, [] { return true; });
  for_each_solved(150, [&](const SolvedCase& solved, SitingDice&) {
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    const SolvedPlan weak_plan = make_solved_plan(solved.answered(), stopped);
    const SitePrices quick =
        price_sites(plan, {.share = 0.1, .resolving = Resolving::kNone}, kNeverStop);
    const SitePrices some =
        price_sites(plan, {.share = 0.1, .resolving = Resolving::kUnknown}, kNeverStop);
    const SitePrices weak = price_sites(weak_plan, {.share = 0.1}, stopped);
    CHECK(!weak.is_complete);
    for (const SitePrices* prices : {&quick, &some, &weak}) {
      for (const SitePrice& price : prices->chosen) check_limits(solved, price, Having::kNot);
      for (const SitePrice& price : prices->others) check_limits(solved, price, Having::kIt);
    }
    for (const auto* list : {&some.chosen, &some.others}) {
      for (const SitePrice& price : *list) CHECK(price.within != PlansWithin::kUnknown);
    }
  });
}

TEST_CASE("an answer that is not proven decides only what holds for the best") {
  for_each_solved(150, [](SolvedCase solved, SitingDice& dice) {
    if (solved.plans.empty()) return;
    const double best = solved.answer.objective;
    const AnyPlan& other = solved.plans[dice.below(solved.plans.size())];
    solved.answer.sites.clear();
    for (const SiteIdx at : indices(solved.problem.sites)) {
      if (other.has(at)) solved.answer.sites.push_back(at);
    }
    solved.answer.objective = other.objective;
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    const SitePrices prices = price_sites(plan, {.share = 0.1}, kNeverStop);
    for (const SitePrice& price : prices.chosen) check_limits(solved, price, Having::kNot);
    for (const SitePrice& price : prices.others) check_limits(solved, price, Having::kIt);
    solved.answer.objective = best;
    for (const SitePrice& price : prices.others) {
      if (price.within != PlansWithin::kNone) continue;
      CHECK(least_loss_of(solved, price.site, Having::kIt) > solved.loss_within(0.1) - 1e-8);
    }
  });
}

TEST_CASE("prices of a share that makes no sense are refused") {
  for_each_solved(1, [](const SolvedCase& solved, SitingDice&) {
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    CHECK_THROWS_AS(price_sites(plan, {.share = 1.5}, kNeverStop), UsageError);
  });
}

TEST_CASE("the relaxation's limits with and without a column hold at any multipliers") {
  for_each_solved(150, [](const SolvedCase& solved, SitingDice& dice) {
    const SolvedPlan plan = make_solved_plan(solved.answered(), kNeverStop);
    std::vector<double> values(plan.model.n_rows());
    for (double& value : values) value = static_cast<double>(dice.below(40));
    const RelaxedLoss relaxed(plan.model, plan.rules, values);
    CHECK(relaxed.least() <= plan.loss + 1e-9);
    for (SiteColumn column = 0; column < plan.rules.n_columns(); ++column) {
      const SiteIdx site = plan.rules.sites[column];
      CHECK(relaxed.least_with(column) - plan.loss <=
            least_loss_of(solved, site, Having::kIt) + 1e-9);
      CHECK(relaxed.least_without(column) - plan.loss <=
            least_loss_of(solved, site, Having::kNot) + 1e-9);
    }
  });
}
