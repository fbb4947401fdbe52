#include "planner/optimise/siting_analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "planner/interrupt.h"
#include "planner/optimise/audit_words.h"
#include "planner/optimise/study_rules.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostAlternatives = 20;

TravelTime headline_limit(const Study& study) {
  return TravelTime::from_minutes(study.scenario.max_minutes);
}

/// What is added up over places, each of which goes to its nearest site.
bool is_sum(ObjectiveKind kind) {
  return kind == ObjectiveKind::kCover || kind == ObjectiveKind::kGradual ||
         kind == ObjectiveKind::kMedian;
}

}  // namespace

bool SitingAnalysis::run(SitingResult& result) const {
  if (is_interrupted()) return false;
  try {
    if (!result.is_for_dry_roads()) {
      job_.risk.measure(result, session_);
      timing_.end_step("measuring floods");
    }
    if (!job_.options.pareto.empty()) weigh(result);
    if (job_.options.n_lists > 0) audit(result);
    look_around(result);
    trace(result);
    ask_what_matters(result);
    return !result.worth || result.worth->is_complete || !is_interrupted();
  } catch (const Interrupted&) {
    return false;
  }
}

void SitingAnalysis::audit(SitingResult& result) const {
  const RuleLists lists(job_.study, job_.locked, job_.candidates, job_.options.rule);
  auto obstacle = lists.find_obstacle();
  if (!obstacle && job_.candidates.size() < lists.n_planned()) {
    obstacle =
        fmt::format("{} centres are planned, and only {} site{} may be chosen", lists.n_planned(),
                    job_.candidates.size(), job_.candidates.size() == 1 ? "" : "s");
  }
  if (obstacle) return tell_no_audit(*obstacle);
  result.audit_is_of_objective =
      result.objective.kind == ObjectiveKind::kCover && result.is_plain() &&
      result.objective.limit == static_cast<double>(headline_limit(job_.study).ms()) &&
      !narrows_choice(result);
  RuleAuditJob job{job_.study, job_.model, job_.locked, job_.candidates};
  if (result.audit_is_of_objective && result.rules.n_new == lists.n_planned()) {
    job.best = to_audited(result.made, result.answer);
  }
  RuleAudit audit = audit_rule(job, lists,
                               {.rule = job_.options.rule,
                                .n_lists = job_.options.n_lists,
                                .limit = headline_limit(job_.study),
                                .counted = result.counted,
                                .limits = limits()},
                               session_.progress);
  timing_.end_step("audit");
  if (audit.obstacle) return tell_no_audit(*audit.obstacle);
  result.audit = std::move(audit);
}

void SitingAnalysis::tell_no_audit(const std::string& obstacle) const {
  session_.console.note("no audit of the official rule: " + obstacle);
}

/// Covering against the second objective. Of times all pairs matter, of shares those within the
/// limit.
void SitingAnalysis::weigh(SitingResult& result) const {
  const CriterionKind kind = *find_criterion(job_.options.pareto);
  ParetoOptions asked = {
      .kind = kind, .n_points = job_.options.n_pareto_points, .limits = limits(), .on_point = [&] {
        session_.progress.advance(1);
      }};
  asked.limits.start = result.answer.sites;
  SitingProblem problem = result.made.problem;
  if (kind == CriterionKind::kWorstArea) {
    asked.areas = group_demand(job_.study, result.made, AreaLevel::kDistrict);
  } else {
    problem = make_problem_of_times(result);
  }
  session_.progress.begin("what a second objective costs", job_.options.n_pareto_points);
  ParetoFront front = solve_front(problem, result.rules, result.objective, asked);
  timing_.end_step("pareto front");
  if (front.points.empty()) {
    return session_.console.warn("no Pareto front: " + (front.infeasible
                                                            ? front.infeasible->what
                                                            : "the time was over before it began"));
  }
  result.front = {.kind = kind,
                  .n_reached = static_cast<double>(problem.total_weight()),
                  .front = std::move(front)};
}

/// The same sites, with all times that can matter to a mean; places without any way are left out.
SitingProblem SitingAnalysis::make_problem_of_times(const SitingResult& result) const {
  StudyProblem made = make_study_problem(job_.study, job_.model, problem_options(result),
                                         {.kind = ObjectiveKind::kMedian}, session_.progress);
  made.problem.sites = result.made.problem.sites;
  return std::move(made.problem);
}

/// Of objectives whose number of sites is free the curve would be of another question.
void SitingAnalysis::trace(SitingResult& result) const {
  constexpr std::size_t kUsual = 60;
  const std::size_t most_asked =
      job_.options.most_on_curve.value_or(result.objective.has_capacities() ? 0 : kUsual);
  const std::size_t n_most = std::min(most_asked, job_.candidates.size());
  if (n_most == 0 || !result.rules.n_new || result.rules.budget) return;
  if (!result.is_plain()) return;
  session_.progress.begin("the best for each number of sites", n_most + 1);
  result.curve = solve_curve(
      result.made.problem, result.rules, result.objective,
      {.n_most = n_most, .limits = limits(), .on_answer = [&](std::size_t, const SitingAnswer&) {
         session_.progress.advance(1);
       }});
  timing_.end_step("curve");
  phase(result);
}

/// The order in which to open the answer's number of sites.
void SitingAnalysis::phase(SitingResult& result) const {
  const std::size_t n_new = *result.rules.n_new;
  if (!is_sum(result.objective.kind) || n_new == 0 || n_new >= result.curve->answers.size()) {
    return;
  }
  SitingCurve as_far = *result.curve;
  as_far.answers.resize(n_new + 1);
  session_.progress.begin("an order of opening", 0);
  result.phasing =
      phase_opening(result.made.problem, result.rules, result.objective, as_far, limits());
  timing_.end_step("order of opening");
}

/// Which inputs would change the choice.
void SitingAnalysis::ask_what_matters(SitingResult& result) const {
  if (job_.options.n_worlds == 0 || !is_sum(result.objective.kind) || !result.is_plain()) return;
  std::optional<StudyHazard> hazard;
  if (!find_hazard_obstacle(job_.study)) hazard.emplace(job_.study);
  const InputWorldMaker maker({.study = job_.study,
                               .hazard = hazard ? &*hazard : nullptr,
                               .made = result.made,
                               .options = problem_options(result),
                               .objective = result.objective,
                               .n_worlds = job_.options.n_worlds});
  result.worth =
      find_worth_knowing(maker.list(), {result.rules, result.objective, result.answer.sites},
                         kNearBest, limits(), session_.progress);
  timing_.end_step("worth knowing");
}

/// Choices as good as the answer, and nearly as good.
void SitingAnalysis::look_around(SitingResult& result) const {
  if (!is_sum(result.objective.kind) || !result.is_plain()) return;
  session_.progress.begin("choices that are nearly as good", 0);
  const StopSignal signal(job_.options.time_limit_s, is_interrupted);
  const SolvedPlan plan = make_solved_plan(
      {result.made.problem, result.rules, result.objective, result.answer}, signal);
  result.alternatives = find_alternative_optima(plan, kMostAlternatives, signal);
  result.ties = find_near_ties(plan, {.share = kNearBest}, signal);
  result.prices = price_sites(plan, {.share = kNearBest}, signal);
  timing_.end_step("near-best choices");
}

}  // namespace pahunch
