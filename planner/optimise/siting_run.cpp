#include "planner/optimise/siting_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "geo/base/error.h"
#include "planner/interrupt.h"
#include "planner/optimise/candidate_choice.h"
#include "planner/optimise/site_rules.h"
#include "planner/optimise/siting_analysis.h"
#include "planner/optimise/siting_markdown.h"
#include "planner/optimise/siting_risk.h"
#include "planner/optimise/study_rules.h"
#include "planner/optimise/write_siting.h"
#include "planner/run/run_timing.h"
#include "planner/siting/equity/solve_fair_cover.h"

namespace pahunch {
namespace {

void refuse_what_if(const Scenario& scenario) {
  if (scenario.what_if.empty()) return;
  throw UsageError({.what = "the scenario adds, closes or moves centres",
                    .where = "centres",
                    .why = "sites are chosen to join the first set as it is",
                    .hint = "take them out; lock sites with --lock, or name the sets' members"});
}

void refuse_own_district(const Scenario& scenario) {
  if (scenario.travel.assignment == Assignment::kNearest) return;
  throw UsageError({.what = "the scenario sends women to centres of their own district alone",
                    .where = "travel.assignment",
                    .why = "sites are chosen for the nearest centre, whatever its district",
                    .hint =
                        "take it out; worth_knowing.csv of the results says how much it would "
                        "change, and --least-share with --per district leaves no district behind"});
}

/// Costs of sites are added to minutes, and times are in milliseconds.
constexpr double kMsPerMinute = 60'000;

WomenCounted counted_by(const OptimiseOptions& options) {
  const bool counts_all = options.women == "all" || options.counts_cases();
  return counts_all ? WomenCounted::kAll : WomenCounted::kRural;
}

AreaLevel level_of(const std::string& word) {
  if (word == "district") return AreaLevel::kDistrict;
  return word == "subdivision" ? AreaLevel::kSubdivision : AreaLevel::kBlock;
}

class SitingRun {
 public:
  SitingRun(const Scenario& scenario, const OptimiseOptions& options, Session& session)
      : options_(options), session_(session), study_(load_study(scenario, session.progress)) {
    note_closures(study_, session.console);
    timing_.end_step("load");
    prepare();
  }

  void run(RunFolder& folder, const std::function<void(const RunReport&)>& tell) {
    SitingResult result = choose();
    const SitingAnalysis analysis({study_, *model_, locked(), candidates_, options_, *risk_},
                                  session_, timing_);
    const bool was_interrupted = !analysis.run(result);
    set_interrupt(InterruptFlag::kClear);  // or nothing could be written
    write_siting(result, folder, timing_, session_);
    tell({siting_text(result), siting_json(result)});
    if (was_interrupted) {
      throw Interrupted("interrupted; the best found so far is written with its bound");
    }
  }

 private:
  [[nodiscard]] const CentreSet& locked() const { return study_.sets.front(); }

  /// Areas come from the dataset.
  void check_areas_asked() const {
    if (!options_.areas.empty()) {
      throw UsageError({.what = "--areas belongs to a ready matrix",
                        .hint = "give --per district, subdivision or block instead"});
    }
    if (!options_.asks_fairness() || !options_.per.empty()) return;
    throw UsageError({.what = "which areas are to be covered fairly is not said",
                      .hint = "give --per district, subdivision or block"});
  }

  void prepare() {
    check_areas_asked();
    candidates_ = choose_candidates(options_.candidates, locked(), study_);
    options_ = complete_options(options_, study_);
    risk_.emplace(study_, options_, solve_limits(options_));
    model_ = make_model(study_, scenario_choice(study_.scenario), session_.progress);
  }

  void require_limit(const SitingObjective& in_ms) const {
    if (!options_.limit || std::isfinite(in_ms.limit)) return;
    throw UsageError({.what = "the limit is longer than any trip can be",
                      .where = "--limit",
                      .hint = "give minutes, such as 60"});
  }

  SitingResult choose() {
    SitingResult result = {.study = study_,
                           .made = {},
                           .rules = {},
                           .objective = in_milliseconds(options_.objective_asked()),
                           .objective_name = options_.objective,
                           .counted = counted_by(options_)};
    require_limit(result.objective);
    if (options_.counts_cases()) {
      result.case_demand = expect_cases(study_, *model_, locked(), session_.progress);
    }
    result.made = make_study_problem(study_, *model_, problem_options(result), result.objective,
                                     session_.progress);
    set_rules(result);
    require_costs(result);
    if (result.objective.kind == ObjectiveKind::kFacility) {
      scale_costs(kMsPerMinute, result.made.problem, result.rules);
    }
    if (options_.has_staff_capacities()) {
      result.staff = set_staff_capacities(study_, options_.busy, result.made);
    }
    timing_.end_step("travel times");
    session_.progress.begin("choosing sites", 0);
    note_size(result.made);
    result.answer =
        solve_siting(result.made.problem, result.rules, result.objective, solve_limits(options_));
    if (options_.asks_fairness()) choose_fairly(result);
    if (result.staff && result.answer.infeasible) offer_staff(result);
    refuse_without_sites(result.answer, study_.scenario.dataset.string());
    timing_.end_step("choice");
    if (risk_->is_asked() && !is_interrupted()) {
      risk_->choose(result, session_);
      timing_.end_step("choice for floods");
    }
    return result;
  }

  /// Puts the answer that is fair in the place of that which need not be.
  void choose_fairly(SitingResult& result) const {
    if (!result.answer.has_sites()) return;
    const SitingProblem& problem = result.made.problem;
    FairSiting fair = {.asked = {.areas = group_demand(study_, result.made, level_of(options_.per)),
                                 .least_share = options_.least_share,
                                 .most_gini = options_.most_gini},
                       .level = options_.per,
                       .plain = std::move(result.answer)};
    SolveLimits from_plain = solve_limits(options_);
    from_plain.start = fair.plain.sites;
    result.answer =
        solve_fair_cover(problem, result.rules, result.objective, fair.asked, from_plain);
    const auto cover = [&](const std::vector<SiteIdx>& sites) {
      return cover_areas(problem, fair.asked.areas, result.objective.limit, sites);
    };
    fair.with_locked = cover(problem.with_status(SiteStatus::kLocked));
    fair.with_plain = cover(fair.plain.sites);
    fair.with_answer = cover(result.answer.sites);
    result.fairness = std::move(fair);
  }

  /// Where room is lacking, more staff is a way too.
  void offer_staff(SitingResult& result) const {
    Infeasibility& why = *result.answer.infeasible;
    for (const Relaxation& offered : why.relaxations) {
      const auto more = more_staff_words(study_, *result.staff, result.made, offered);
      if (!more) continue;
      why.relaxation += ", or " + *more;
      return;
    }
  }

  [[nodiscard]] StudyProblemOptions problem_options(const SitingResult& result) const {
    return {.locked = locked(),
            .candidates = candidates_,
            .counted = result.counted,
            .cases = result.case_demand ? &*result.case_demand : nullptr};
  }

  void note_size(const StudyProblem& made) const {
    constexpr double kMiB = 1024.0 * 1024.0;
    const std::size_t n = made.problem.reach.n_pairs();
    session_.console.detail(
        fmt::format("{} places reach {} sites in {} pairs, {:.0f} MiB", made.problem.weights.size(),
                    made.problem.sites.size(), n,
                    static_cast<double>(n * (sizeof(SiteCost) + sizeof(DemandCost))) / kMiB));
  }

  void set_rules(SitingResult& result) {
    NameIndex ids;
    for (const Site& site : result.made.problem.sites) ids.add(site.id);
    result.rules = read_site_rules(options_, ids, result.made.problem.unit, result.made.problem,
                                   session_.console);
    if (!options_.per.empty() && options_.limits_groups()) {
      auto groups = group_sites(study_, result.made, level_of(options_.per));
      options_.limit_groups(groups);
      std::ranges::move(groups, std::back_inserter(result.rules.groups));
    }
    if (options_.min_distance_km) {
      const double km = *options_.min_distance_km;
      session_.console.note(fmt::format("{} candidates are nearer than {} km to a locked site",
                                        forbid_near_locked(study_, result.made, km), km));
      std::ranges::move(find_close_pairs(study_, result.made, km),
                        std::back_inserter(result.rules.exclusive));
    }
  }

  /// A site without a cost would count as free. What stands open is paid for, but in a total.
  void require_costs(const SitingResult& result) const {
    const bool is_total = result.objective.kind == ObjectiveKind::kFacility;
    if (!options_.costs.empty() || (!is_total && !options_.budget)) return;
    for (const SiteIdx at : indices(result.made.problem.sites)) {
      const Site& site = result.made.problem.sites[at];
      const bool counts =
          site.status == SiteStatus::kCandidate || (is_total && site.status == SiteStatus::kLocked);
      if (!counts || study_.dataset.centres.centres[result.made.centre_of[at]].cost) continue;
      throw UsageError({.what = fmt::format("the site '{}' has no cost", site.id),
                        .where = is_total ? "--objective ufl" : "--budget",
                        .why = "it would count as free, and be chosen for that",
                        .hint = "give --costs with a row for each site, or fill in the column "
                                "cost of the centres"});
    }
  }

  OptimiseOptions options_;
  Session& session_;
  RunTiming timing_;
  Study study_;
  std::vector<CentreIdx> candidates_;
  std::unique_ptr<TravelModel> model_;
  std::optional<SitingRisk> risk_;
};

}  // namespace

OptimiseOptions complete_options(OptimiseOptions options, const Study& study) {
  const auto& centres = study.dataset.centres.centres;
  const bool has_limit = options.objective == "cover" || options.objective == "backup" ||
                         options.objective == "set-cover";
  if (has_limit && !options.limit) options.limit = study.scenario.max_minutes;
  options.sites_have_costs =
      std::ranges::any_of(centres, [](const Centre& centre) { return centre.cost.has_value(); });
  const bool is_free = options.objective == "set-cover" || options.objective == "ufl";
  if (is_free || options.n_new || options.budget) return options;
  const auto n_planned = std::ranges::count(centres, CentreStatus::kPlanned, &Centre::status);
  if (n_planned > 0) options.n_new = static_cast<std::size_t>(n_planned);
  return options;
}

void refuse_without_sites(const SitingAnswer& answer, const std::string& where) {
  if (answer.infeasible) {
    throw DataError({.what = "there is no answer: " + answer.infeasible->what,
                     .where = where,
                     .hint = answer.infeasible->relaxation});
  }
  if (answer.has_sites()) return;
  stop_if_interrupted();
  throw DataError({.what = "no choice was found before the search ended",
                   .hint = "raise --time-limit, or loosen the rules"});
}

void run_siting(const Scenario& scenario, const OptimiseOptions& options, const RunTarget& target,
                Session& session, const std::function<void(const RunReport&)>& tell) {
  refuse_what_if(scenario);
  refuse_own_district(scenario);
  RunFolder folder(target.folder, target.if_exists);
  SitingRun(scenario, options, session).run(folder, tell);
}

}  // namespace pahunch
