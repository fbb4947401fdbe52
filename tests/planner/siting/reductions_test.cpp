#include <catch2/catch.hpp>

#include "planner/siting/dominance.h"
#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Site named(const std::string& id, SiteStatus status = SiteStatus::kCandidate) {
  Site site;
  site.id = id;
  site.status = status;
  return site;
}

/// Points 0 and 1 reach a and b, 2 reaches b, 3 reaches the locked c, 4 reaches nothing.
SitingProblem five_points() {
  SitingProblem problem;
  problem.sites.push_back(named("a"));
  problem.sites.push_back(named("b"));
  problem.sites.push_back(named("c", SiteStatus::kLocked));
  for (const std::int64_t weight : {5, 6, 7, 8, 9}) problem.weights.push_back(weight);
  const std::vector<ReachPair> pairs = {
      {DemandIdx(0), SiteIdx(0), 1}, {DemandIdx(0), SiteIdx(1), 2}, {DemandIdx(1), SiteIdx(0), 3},
      {DemandIdx(1), SiteIdx(1), 4}, {DemandIdx(2), SiteIdx(1), 5}, {DemandIdx(3), SiteIdx(2), 1},
      {DemandIdx(3), SiteIdx(0), 2}};
  problem.reach = ReachTable(5, 3, pairs);
  return problem;
}

const SitingObjective kCoverFive = {.kind = ObjectiveKind::kCover, .limit = 5};

}  // namespace

TEST_CASE(
    "points with the same reach are one row, those of locked sites and of none are constants") {
  const SitingProblem problem = five_points();
  const ChoiceRules rules = make_choice_rules(problem, {.n_new = 1});
  const LossModel model = make_loss_model(problem, kCoverFive, rules);
  REQUIRE(model.n_rows() == 2);
  CHECK(model.last_resort == std::vector<double>{11, 7});
  CHECK(model.constant == 9);
  CHECK(model.is_whole);
  CHECK(loss_of(model, std::vector<SiteColumn>{0}) == 9 + 7);
}

TEST_CASE("a site that another beats everywhere is dropped, unless more than the number is ruled") {
  const SitingProblem problem = five_points();
  const ChoiceRules rules = make_choice_rules(problem, {.n_new = 1});
  const LossModel model = make_loss_model(problem, kCoverFive, rules);
  CHECK(drop_dominated(model, rules).original == std::vector<SiteColumn>{1});
  const ChoiceRules grouped = make_choice_rules(
      problem, {.n_new = 1, .groups = {{.name = "g", .sites = {SiteIdx(1)}, .at_most = 0}}});
  CHECK(drop_dominated(model, grouped).original.size() == 2);
}

TEST_CASE("the answer states how small the problem became") {
  const SitingAnswer answer = solve_siting(five_points(), {.n_new = 2}, kCoverFive, {});
  CHECK(answer.size.n_points == 5);
  CHECK(answer.size.n_rows == 2);
  CHECK(answer.size.n_columns == 2);
  CHECK(answer.size.n_undominated == 1);
  CHECK(answer.sites.size() == 3);  // the dropped one makes up the number
  CHECK(answer.objective == 26);
  CHECK(answer.locked_objective == 8);
}

TEST_CASE("a greedy choice has a guarantee only where there is one") {
  const SitingProblem problem = five_points();
  const auto guarantee = [&](const SitingRules& rules) {
    return solve_siting(problem, rules, kCoverFive, {}).greedy_guarantee;
  };
  CHECK(guarantee({.n_new = 1}) == Approx(1 - 1 / std::exp(1.0)));
  CHECK(guarantee({.n_new = 1, .groups = {{"g", {SiteIdx(0)}, 0, 0}}}) == 0.5);
  CHECK_FALSE(guarantee({.budget = 1}).has_value());
  CHECK_FALSE(guarantee({.exclusive = {{SiteIdx(0), SiteIdx(1)}}}).has_value());
}

TEST_CASE("restricting a model by what holds of a choice leaves its loss as it is") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 8, 10);
    const ChoiceRules rules = make_choice_rules(problem, {.n_new = 2});
    if (rules.n_columns() < 4) continue;
    const LossModel model = make_loss_model(problem, {.kind = ObjectiveKind::kMedian}, rules);
    Fixing fixing(model);
    fixing.columns[0] = ColumnState::kOpen;
    fixing.columns[1] = ColumnState::kClosed;
    const RestrictedModel left = restrict_model(model, rules, fixing);
    CHECK(left.rules.at_least == 1);
    for (SiteColumn column = 0; column < left.original.size(); ++column) {
      const double inside = loss_of(left.model, std::vector<SiteColumn>{column});
      CHECK(inside == Approx(loss_of(model, original_choice(left, {column}))));
    }
  }
}
