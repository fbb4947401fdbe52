#include "planner/optimise/siting_risk.h"

#include <utility>

#include "geo/base/error.h"
#include "planner/interrupt.h"

namespace pahunch {
namespace {

void refuse_replay(const Scenario& scenario) {
  if (scenario.simulation.hazard.replay.empty()) return;
  throw UsageError({.what = "the scenario replays a month, and so do the cases of --worst-of",
                    .where = "hazard.replay",
                    .hint = "name the month as a case"});
}

}  // namespace

SitingRisk::SitingRisk(const Study& study, const OptimiseOptions& options,
                       const SolveLimits& limits)
    : study_(study),
      floods_{.n_draws = options.n_flood_draws,
              .n_batches = options.n_batches,
              .n_batch_draws = options.n_batch_draws,
              .tail_level = options.tail_level,
              .limits = limits},
      cases_{.cases = {}, .n_draws = options.n_case_draws, .limits = limits} {
  const auto obstacle = find_hazard_obstacle(study);
  if (floods_.n_draws > 0 && obstacle) {
    throw UsageError({.what = "there are no floods to choose for: " + *obstacle,
                      .where = "--floods",
                      .hint = "leave --floods out, or add the layer `hazard` to the dataset"});
  }
  const bool is_asked = floods_.n_draws > 0 || !options.worst_of.empty();
  if (is_asked && !obstacle) hazard_.emplace(study);
  if (options.worst_of.empty()) return;
  refuse_replay(study.scenario);
  cases_.cases = read_named_cases(options.worst_of, study, hazard_ ? &*hazard_ : nullptr);
}

FloodReach SitingRisk::flood_reach(const SitingResult& result) const {
  return {study_, *hazard_, result.made, longest_of(result.objective)};
}

CaseReach SitingRisk::case_reach(const SitingResult& result) const {
  return {.roads = {study_, result.made, longest_of(result.objective)},
          .hazard = hazard_ ? &*hazard_ : nullptr,
          .seed = study_.scenario.seed};
}

void SitingRisk::choose(SitingResult& result, Session& session) const {
  try {
    if (floods_.n_draws > 0) {
      choose_for_floods_of(result, session);
    } else {
      choose_for_cases_of(result, session);
    }
  } catch (const Interrupted&) {
    session.console.warn(
        "interrupted before sites were chosen for floods: these are for dry roads");
  }
}

void SitingRisk::choose_for_floods_of(SitingResult& result, Session& session) const {
  FloodAnswer chosen = choose_for_floods(flood_reach(result), result.made.problem, result.rules,
                                         floods_, session.progress);
  if (!chosen.answer.has_sites()) return;
  if (floods_.tail_level && !chosen.tail) {
    session.console.warn(
        "stopped before sites were chosen for the tail: these are for the mean of the floods");
  }
  result.floods = {.options = floods_, .size = chosen.size, .tail = std::move(chosen.tail)};
  result.dry_sites = std::exchange(result.answer, std::move(chosen.answer)).sites;
}

void SitingRisk::choose_for_cases_of(SitingResult& result, Session& session) const {
  CaseAnswer chosen = choose_for_cases(case_reach(result), result.made.problem, result.rules,
                                       cases_, session.progress);
  if (!chosen.answer.has_sites()) return;
  result.cases = std::move(chosen.found);
  result.dry_sites = std::exchange(result.answer, std::move(chosen.answer)).sites;
}

void SitingRisk::measure(SitingResult& result, Session& session) const {
  const SitingProblem& problem = result.made.problem;
  if (result.floods) {
    measure_for_floods(flood_reach(result), problem, result.rules, result.answer, result.dry_sites,
                       *result.floods, session.progress);
  } else {
    measure_cases(case_reach(result), problem, result.answer.sites, result.dry_sites, cases_,
                  *result.cases, session.progress);
  }
}

}  // namespace pahunch
