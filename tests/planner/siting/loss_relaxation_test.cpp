#include "planner/siting/loss_relaxation.h"

#include <catch2/catch.hpp>

#include "planner/siting/conflicts/infeasibility.h"
#include "planner/siting/level_mip.h"
#include "planner/siting/plans/relaxed_loss.h"
#include "planner/siting/restricted_model.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const SitingObjective kCover = {.kind = ObjectiveKind::kCover, .limit = 4};

/// What columns that are open in parts lose, where each row has one level.
double relaxed_loss(const LossModel& model, const std::vector<double>& openness) {
  double loss = model.constant;
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    double open = 0;
    for (const auto& entry : model.row(at)) open += openness[entry.column];
    const double served = model.row(at).front().loss;
    loss += served + (model.last_resort[at] - served) * std::max(0.0, 1 - open);
  }
  return loss;
}

}  // namespace

TEST_CASE("the relaxation by its dual is that of the programme as it stands") {
  for (std::uint64_t seed = 1; seed <= n_cases(1000); ++seed) {
    SitingDice dice(seed);
    const SitingProblem problem = random_problem(dice, 9, 14);
    const SitingRules asked =
        dice.one_in(2) ? random_rules(dice, problem) : SitingRules{.n_new = 2};
    if (find_rule_conflict(problem, asked, kNeverStop)) continue;
    const ChoiceRules rules = make_choice_rules(problem, asked);
    const LossModel model = make_loss_model(problem, kCover, rules);
    const LossRelaxation found = relax_loss(model, rules, kNeverStop);
    if (model.n_rows() == 0) continue;
    INFO("seed " << seed);
    const LevelMip level = make_level_mip(model, rules);
    auto oracle = relax_mip(level.mip, kNeverStop).values;
    oracle.resize(model.n_columns());
    REQUIRE(found.openness.size() == model.n_columns());
    CHECK(relaxed_loss(model, found.openness) == Approx(relaxed_loss(model, oracle)).margin(1e-6));
    if (!rules.only_count()) continue;
    const RelaxedLoss bound(model, rules, found.multipliers);  // rounded up to a whole loss
    CHECK(bound.least() == Approx(std::ceil(relaxed_loss(model, oracle) - 1e-3)));
  }
}

TEST_CASE("rows that a restriction left with the same columns are one row of the programme") {
  SitingProblem problem;
  for (const char* id : {"a", "b", "c"}) problem.sites.push_back({.id = id});
  for (const std::int64_t weight : {5, 6, 7}) problem.weights.push_back(weight);
  const std::vector<ReachPair> pairs = {{DemandIdx(0), SiteIdx(0), 1},
                                        {DemandIdx(0), SiteIdx(2), 1},
                                        {DemandIdx(1), SiteIdx(0), 1},
                                        {DemandIdx(2), SiteIdx(1), 1}};
  problem.reach = ReachTable(3, 3, pairs);
  const ChoiceRules rules = make_choice_rules(problem, {.n_new = 1});
  const LossModel model = make_loss_model(problem, kCover, rules);
  REQUIRE(model.n_rows() == 3);
  Fixing fixing(model);
  fixing.columns[2] = ColumnState::kClosed;
  const RestrictedModel left = restrict_model(model, rules, fixing);
  REQUIRE(left.model.n_rows() == 3);
  const LevelMip level = make_level_mip(left.model, left.rules);
  CHECK(level.mip.n_rows() == 1 + 2);  // the number of sites, and what a and b cover
  const MipResult result = solve_mip(level.mip, {}, kNeverStop);
  CHECK(result.values[0] == Approx(1));
  CHECK(result.bound == Approx(7).margin(1e-6));
}

TEST_CASE("medians, models without rows and a stop have no relaxation of this kind") {
  SitingDice dice(3);
  const SitingProblem problem = random_problem(dice, 6, 10);
  const ChoiceRules rules = make_choice_rules(problem, {.n_new = 1});
  const LossModel median = make_loss_model(problem, {.kind = ObjectiveKind::kMedian}, rules);
  CHECK(relax_loss(median, rules, kNeverStop).multipliers.empty());
  CHECK(relax_loss({}, rules, kNeverStop).multipliers.empty());
  const LossModel cover = make_loss_model(problem, kCover, rules);
  const StopSignal stopped(std::nullopt, [] { return true; });
  CHECK(relax_loss(cover, rules, stopped).multipliers.empty());
}
