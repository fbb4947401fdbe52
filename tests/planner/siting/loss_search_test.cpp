#include <catch2/catch.hpp>

#include "planner/siting/branch_loss.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"
#include "planner/siting/neighbourhood_search.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// The least loss of a choice of so many columns, by trying every one.
double least_loss(const LossModel& model, const ChoiceRules& rules) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t set = 0; set < std::size_t{1} << model.n_columns(); ++set) {
    std::vector<SiteColumn> open;
    for (SiteColumn column = 0; column < model.n_columns(); ++column) {
      if ((set >> column & 1U) != 0) open.push_back(column);
    }
    if (keeps_rules(rules, open)) least = std::min(least, loss_of(model, open));
  }
  return least;
}

/// Points and sites on a square; all reach all.
SitingProblem square_problem(SitingDice& dice, std::size_t n_sites, std::size_t n_points) {
  SitingProblem problem;
  const auto place = [&] { return std::pair(dice.below(1000), dice.below(1000)); };
  std::vector<std::pair<std::size_t, std::size_t>> sites;
  for (std::size_t i = 0; i < n_sites; ++i) {
    problem.sites.push_back({.id = std::to_string(100 + i)});
    sites.push_back(place());
  }
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < n_points; ++i) {
    problem.weights.push_back(static_cast<std::int64_t>(1 + dice.below(100)));
    const auto [x, y] = place();
    for (std::size_t j = 0; j < n_sites; ++j) {
      const auto dx = static_cast<double>(x) - static_cast<double>(sites[j].first);
      const auto dy = static_cast<double>(y) - static_cast<double>(sites[j].second);
      pairs.push_back({DemandIdx(i), SiteIdx(j), std::floor(std::hypot(dx, dy))});
    }
  }
  problem.reach = ReachTable(n_points, n_sites, pairs);
  return problem;
}

const SitingObjective kMedianOfAll = {.kind = ObjectiveKind::kMedian};

}  // namespace

TEST_CASE("branching on the Lagrangian relaxation finds and proves the best median") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    INFO("seed " << seed);
    SitingDice dice(seed);
    const SitingProblem problem = square_problem(dice, 9, 12);
    const ChoiceRules rules = make_choice_rules(problem, {.n_new = 1 + dice.below(4)});
    const LossModel model = make_loss_model(problem, kMedianOfAll, rules);
    const auto first = *choose_greedily(model, rules);
    const double known = loss_of(model, first);
    const auto found = branch_loss(unrestricted(model, rules), known, {},
                                   {.n_nodes = 1000, .tolerance = 0}, kNeverStop);
    const double least = least_loss(model, rules);
    CHECK(found.loss == least);
    CHECK(found.bound == least);
    CHECK(found.open.empty() == (known == least));
    if (!found.open.empty()) CHECK(loss_of(model, found.open) == least);
  }
}

TEST_CASE("a search cut off by its number of nodes still has a bound that holds") {
  for (std::uint64_t seed = 1; seed <= n_cases(100); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = square_problem(dice, 10, 30);
    const ChoiceRules rules = make_choice_rules(problem, {.n_new = 3});
    const LossModel model = make_loss_model(problem, kMedianOfAll, rules);
    const double known = loss_of(model, *choose_greedily(model, rules));
    const auto found = branch_loss(unrestricted(model, rules), known, {},
                                   {.n_nodes = 2, .tolerance = 0}, kNeverStop);
    CHECK(found.bound <= least_loss(model, rules));
    CHECK(found.loss <= known);
  }
}

TEST_CASE("swapping several sites at once finds what single swaps do not, and loses nothing") {
  std::size_t n_stuck = 0, n_freed = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    INFO("seed " << seed);
    SitingDice dice(seed);
    const SitingProblem problem = square_problem(dice, 12, 40);
    const ChoiceRules rules = make_choice_rules(problem, {.n_new = 4});
    const LossModel model = make_loss_model(problem, kMedianOfAll, rules);
    const auto single = interchange(model, rules, {0, 1, 2, 3}, kNeverStop);
    const auto several = search_neighbourhoods(model, rules, single, 100, kNeverStop);
    CHECK(several == search_neighbourhoods(model, rules, single, 100, kNeverStop));
    CHECK(keeps_rules(rules, several));
    CHECK(std::ranges::is_sorted(several));
    CHECK(loss_of(model, several) <= loss_of(model, single));
    const double least = least_loss(model, rules);
    n_stuck += loss_of(model, single) > least ? 1U : 0U;
    n_freed += loss_of(model, single) > least && loss_of(model, several) == least ? 1U : 0U;
  }
  CHECK(n_stuck >= n_wanted(10));
  CHECK(10 * n_freed >= 9 * n_stuck);
}

TEST_CASE("several swaps at once keep every rule") {
  for (std::uint64_t seed = 1; seed <= n_cases(300); ++seed) {
    INFO("seed " << seed);
    SitingDice dice(seed);
    SitingProblem problem = square_problem(dice, 10, 15);
    for (Site& site : problem.sites) site.cost = static_cast<double>(1 + dice.below(9));
    const ChoiceRules rules = make_choice_rules(problem, random_rules(dice, problem));
    const LossModel model = make_loss_model(problem, kMedianOfAll, rules);
    const auto open = choose_greedily(model, rules);
    if (!open) continue;
    const auto found = search_neighbourhoods(model, rules, *open, 50, kNeverStop);
    CHECK(keeps_rules(rules, found));
    CHECK(loss_of(model, found) <= loss_of(model, *open));
  }
}

TEST_CASE("the larger a model the fewer tries are afforded") {
  SitingDice dice(1);
  const SitingProblem problem = square_problem(dice, 3, 4);
  LossModel model =
      make_loss_model(problem, kMedianOfAll, make_choice_rules(problem, {.n_new = 1}));
  CHECK(affordable_tries(model) == 1000);
  model.entries.resize(1'000'000);
  CHECK(affordable_tries(model) == 39);
  model.entries.resize(50'000'000);
  CHECK(affordable_tries(model) == 0);
}
