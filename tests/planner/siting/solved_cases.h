/// \file
/// Small solved problems with all their plans, for the analyses upon an answer.
#pragma once

#include <algorithm>

#include "planner/siting/plans/solved_plan.h"
#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/random_siting.h"
#include "tests/support/sanitized.h"

namespace pahunch::test {

/// Open sites by number, and what they come to.
struct AnyPlan {
  std::vector<bool> open;
  double objective = 0;
  [[nodiscard]] bool has(SiteIdx at) const { return open[at.value()]; }
};

/// Every set of sites that keeps the rules and reaches what must be reached.
inline std::vector<AnyPlan> all_plans(const SitingProblem& problem, const SitingRules& rules,
                                      const SitingObjective& objective) {
  std::vector<AnyPlan> plans;
  for (std::size_t set = 0; set < std::size_t{1} << problem.sites.size(); ++set) {
    AnyPlan plan;
    SitingAnswer answer;
    for (std::size_t site = 0; site < problem.sites.size(); ++site) {
      plan.open.push_back((set >> site & 1U) != 0);
      if (plan.open.back()) answer.sites.emplace_back(site);
    }
    if (!keeps_rules_by_hand(problem, rules, plan.open)) continue;
    plan.objective = evaluate_sites(problem, objective, answer);
    if (!std::isinf(plan.objective)) plans.push_back(plan);
  }
  return plans;
}

inline std::vector<bool> open_flags_of(const SitingProblem& problem,
                                       const std::vector<SiteIdx>& sites) {
  std::vector<bool> open(problem.sites.size(), false);
  for (const SiteIdx at : sites) open[at.value()] = true;
  return open;
}

inline const std::vector<SitingObjective> kPlanObjectives = {
    {.kind = ObjectiveKind::kCover, .limit = 4},
    {.kind = ObjectiveKind::kGradual, .steps = {{2, 1}, {5, 0.5}, {8, 0.1}}},
    {.kind = ObjectiveKind::kMedian},
    {.kind = ObjectiveKind::kFacility}};

/// A problem, its proven answer and all its plans.
struct SolvedCase {
  SitingProblem problem;
  SitingRules rules = {};
  SitingObjective objective = {};
  SitingAnswer answer = {};
  std::vector<AnyPlan> plans = {};

  [[nodiscard]] AnsweredProblem answered() const { return {problem, rules, objective, answer}; }
  /// Of a plan of this objective against the answer.
  [[nodiscard]] double loss_of(double value) const {
    return objective.is_maximum() ? answer.objective - value : value - answer.objective;
  }
  /// Losses up to a share, with room for round-off.
  [[nodiscard]] double loss_within(double share) const {
    const double base =
        objective.is_maximum() ? answer.objective - answer.locked_objective : answer.objective;
    return share * base + 1e-9;
  }
};

/// Calls `check` for each of so many random problems that have an answer, with each objective.
template <class Check>
void for_each_solved(std::uint64_t n_seeds, const Check& check) {
  for (std::uint64_t seed = 1; seed <= n_cases(n_seeds); ++seed) {
    SitingDice dice(seed);
    SolvedCase made = {.problem = random_problem(dice, 3 + dice.below(6), 1 + dice.below(10))};
    made.rules =
        dice.one_in(2) ? SitingRules{.n_new = 1 + dice.below(3)} : random_rules(dice, made.problem);
    for (const SitingObjective& objective : kPlanObjectives) {
      made.objective = objective;
      made.answer = solve_siting(made.problem, made.rules, objective, {});
      if (!made.answer.has_sites()) continue;
      made.plans = all_plans(made.problem, made.rules, objective);
      INFO("seed " << seed << " objective " << static_cast<int>(objective.kind));
      check(made, dice);
    }
  }
}

}  // namespace pahunch::test
