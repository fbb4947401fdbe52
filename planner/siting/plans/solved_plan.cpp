#include "planner/siting/plans/solved_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/base/error.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/loss_relaxation.h"
#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

/// From the duals of the linear relaxation there is little to better.
constexpr LagrangianOptions kPolish = {.n_rounds = 100, .first_scale = 0.02};

std::vector<double> find_multipliers(const SolvedPlan& plan, const StopSignal& signal) {
  LagrangianStart start = {.loss_to_beat = plan.loss, .open = plan.open};
  if (!signal.stop()) start.multipliers = relax_loss(plan.model, plan.rules, signal).multipliers;
  LagrangianOptions options = start.multipliers.empty() ? LagrangianOptions() : kPolish;
  options.tolerance = plan.tolerance;
  return bound_by_lagrangian(plan.model, plan.rules, start, options, signal).multipliers;
}

}  // namespace

double SolvedPlan::objective_of(double at_loss) const {
  return of.objective.is_maximum() ? total - at_loss : at_loss;
}

double SolvedPlan::share_of(double more_loss) const {
  return more_loss == 0 ? 0 : more_loss / base;
}

double SolvedPlan::loss_within(double share) const {
  const double limit = loss + share * base;
  return model.is_whole ? std::floor(limit + tolerance) : limit + tolerance;
}

std::vector<SiteIdx> SolvedPlan::sites_of(const std::vector<SiteColumn>& columns) const {
  std::vector<SiteIdx> sites = of.problem.with_status(SiteStatus::kLocked);
  for (const SiteColumn column : columns) sites.push_back(rules.sites[column]);
  std::ranges::sort(sites, {}, [&](SiteIdx at) { return of.problem.sites[at].id; });
  return sites;
}

SolvedPlan make_solved_plan(const AnsweredProblem& of, const StopSignal& signal) {
  check_has_loss_model(of.objective);
  if (!of.answer.has_sites()) {
    throw UsageError({.what = "there is no plan to analyse",
                      .why = fmt::format("the answer is {}", to_word(of.answer.status))});
  }
  SolvedPlan plan = {.of = of, .rules = make_choice_rules(of.problem, of.rules)};
  plan.model = make_loss_model(of.problem, of.objective, plan.rules);
  plan.open = columns_of(plan.rules, of.answer.sites);
  plan.loss = loss_of(plan.model, plan.open);
  const bool is_maximum = of.objective.is_maximum();
  if (is_maximum) plan.total = static_cast<double>(of.problem.total_weight());
  plan.bound = std::min(plan.loss, is_maximum ? plan.total - of.answer.bound : of.answer.bound);
  plan.base = is_maximum ? loss_of(plan.model, {}) - plan.loss : plan.loss;
  plan.tolerance = kRoundOff * std::max({plan.total, std::abs(plan.loss), kRoundOff});
  plan.multipliers = find_multipliers(plan, signal);
  return plan;
}

void check_has_loss_model(const SitingObjective& objective) {
  const ObjectiveKind kind = objective.kind;
  const bool has_one = kind == ObjectiveKind::kCover || kind == ObjectiveKind::kGradual ||
                       kind == ObjectiveKind::kMedian || kind == ObjectiveKind::kFacility;
  if (has_one) return;
  throw UsageError({.what = "plans for this objective cannot be analysed",
                    .why = "it is no sum of what each point loses by its nearest site",
                    .hint = "take cover, gradual, median or facility"});
}

void check_loss_share(double share) {
  if (share >= 0 && share < 1) return;
  throw UsageError({.what = fmt::format("a share of {} may be lost", share),
                    .hint = "give a share from 0 to below 1, such as 0.005"});
}

}  // namespace pahunch
