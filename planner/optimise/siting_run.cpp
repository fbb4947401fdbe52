#include "planner/optimise/siting_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "geo/base/error.h"
#include "geo/io/style.h"
#include "planner/bundled_data.h"
#include "planner/interrupt.h"
#include "planner/optimise/candidate_choice.h"
#include "planner/optimise/curve_svg.h"
#include "planner/optimise/front_svg.h"
#include "planner/optimise/site_rules.h"
#include "planner/optimise/siting_markdown.h"
#include "planner/optimise/siting_tables.h"
#include "planner/optimise/study_rules.h"
#include "planner/run/run_timing.h"
#include "planner/run/write_run.h"
#include "planner/scenario/write_scenario.h"
#include "planner/siting/equity/solve_fair_cover.h"

namespace pahunch {
namespace {

constexpr std::size_t kWorstBlocksTold = 10, kMostAlternatives = 20;

void refuse_what_if(const Scenario& scenario) {
  if (scenario.what_if.empty()) return;
  throw UsageError({.what = "the scenario adds, closes or moves centres",
                    .where = "centres",
                    .why = "sites are chosen to join the first set as it is",
                    .hint = "take them out; lock sites with --lock, or name the sets' members"});
}

WomenCounted counted_by(const OptimiseOptions& options) {
  return options.women == "all" ? WomenCounted::kAll : WomenCounted::kRural;
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
    const bool was_interrupted = !analyse(result);
    set_interrupt(InterruptFlag::kClear);  // or nothing could be written
    write(result, folder);
    tell({siting_text(result), siting_json(result)});
    if (was_interrupted) {
      throw Interrupted("interrupted; the best found so far is written with its bound");
    }
  }

 private:
  [[nodiscard]] const CentreSet& locked() const { return study_.sets.front(); }

  [[nodiscard]] TravelTime headline_limit() const {
    return TravelTime::from_minutes(study_.scenario.max_minutes);
  }

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
    if (options_.n_flood_draws > 0) fit_floods();
    model_ = make_model(study_, scenario_choice(study_.scenario), session_.progress);
  }

  SitingResult choose() {
    SitingResult result = {.study = study_,
                           .made = {},
                           .rules = {},
                           .objective = in_milliseconds(options_.objective_asked()),
                           .objective_name = options_.objective,
                           .counted = counted_by(options_)};
    result.made = make_study_problem(
        study_, *model_, {.locked = locked(), .candidates = candidates_, .counted = result.counted},
        result.objective, session_.progress);
    set_rules(result);
    timing_.end_step("travel times");
    session_.progress.begin("choosing sites", 0);
    note_size(result.made);
    result.answer = solve_siting(result.made.problem, result.rules, result.objective, limits());
    if (options_.asks_fairness()) choose_fairly(result);
    refuse_without_sites(result.answer, study_.scenario.dataset.string());
    timing_.end_step("choice");
    if (options_.n_flood_draws > 0 && !is_interrupted()) choose_for_floods_too(result);
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
    SolveLimits from_plain = limits();
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

  /// Puts the answer for floods in the place of that for dry roads, which stays where the work is
  /// interrupted before there is one.
  void choose_for_floods_too(SitingResult& result) {
    const FloodReach reach(study_, *hazard_, result.made, limit_of(result));
    try {
      FloodAnswer chosen = choose_for_floods(reach, result.made.problem, result.rules,
                                             floods_asked(), session_.progress);
      if (!chosen.answer.has_sites()) return;
      result.floods = {.options = floods_asked(), .size = chosen.size};
      dry_sites_ = std::exchange(result.answer, std::move(chosen.answer)).sites;
    } catch (const Interrupted&) {
      session_.console.warn(
          "interrupted before sites were chosen for floods: these are for dry roads");
    }
    timing_.end_step("choice for floods");
  }

  void measure_floods(SitingResult& result) {
    const FloodReach reach(study_, *hazard_, result.made, limit_of(result));
    measure_for_floods(reach, result.made.problem, result.rules, result.answer, dry_sites_,
                       *result.floods, session_.progress);
    timing_.end_step("measuring floods");
  }

  static TravelTime limit_of(const SitingResult& result) {
    return TravelTime(static_cast<std::uint32_t>(result.objective.limit));
  }

  [[nodiscard]] FloodSitingOptions floods_asked() const {
    return {.n_draws = options_.n_flood_draws,
            .n_batches = options_.n_batches,
            .n_batch_draws = options_.n_batch_draws,
            .limits = limits()};
  }

  /// Before anything is solved.
  void fit_floods() {
    if (const auto obstacle = find_hazard_obstacle(study_)) {
      throw UsageError({.what = "there are no floods to choose for: " + *obstacle,
                        .where = "--floods",
                        .hint = "leave --floods out, or add the layer `hazard` to the dataset"});
    }
    hazard_.emplace(study_);
  }

  [[nodiscard]] SolveLimits limits() const {
    return {.time_s = options_.time_limit_s, .gap = options_.gap, .should_stop = is_interrupted};
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
    result.rules = read_site_rules(options_, ids, 1, result.made.problem, session_.console);
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

  /// False where it was interrupted, or the choice before it: what is missing is left out.
  bool analyse(SitingResult& result) {
    if (is_interrupted()) return false;
    try {
      if (result.floods) measure_floods(result);
      if (!options_.pareto.empty()) weigh(result);
      if (options_.n_lists > 0) audit(result);
      look_around(result);
      trace(result);
      return true;
    } catch (const Interrupted&) {
      return false;
    }
  }

  void audit(SitingResult& result) {
    const RuleLists lists(study_, locked(), candidates_, options_.rule);
    auto obstacle = lists.find_obstacle();
    if (!obstacle && candidates_.size() < lists.n_planned()) obstacle = "there are few candidates";
    if (obstacle) return session_.console.note("no audit of the official rule: " + *obstacle);
    result.audit_is_of_objective =
        result.objective.kind == ObjectiveKind::kCover && !result.floods && !result.fairness &&
        result.objective.limit == static_cast<double>(headline_limit().ms());
    RuleAuditJob job{study_, *model_, locked(), candidates_};
    if (is_plain_covering(result, lists.n_planned())) {
      job.best = to_audited(result.made, result.answer);
    }
    result.audit = audit_rule(job, lists,
                              {.rule = options_.rule,
                               .n_lists = options_.n_lists,
                               .limit = headline_limit(),
                               .counted = result.counted,
                               .limits = limits()},
                              session_.progress);
    timing_.end_step("audit");
  }

  /// Covering against the second objective. Of times all pairs matter, of shares those within the
  /// limit.
  void weigh(SitingResult& result) {
    const CriterionKind kind = *find_criterion(options_.pareto);
    ParetoOptions asked = {
        .kind = kind, .n_points = options_.n_pareto_points, .limits = limits(), .on_point = [&] {
          session_.progress.advance(1);
        }};
    asked.limits.start = result.answer.sites;
    SitingProblem problem = result.made.problem;
    if (kind == CriterionKind::kWorstArea) {
      asked.areas = group_demand(study_, result.made, AreaLevel::kDistrict);
    } else {
      problem = make_problem_of_times(result);
    }
    session_.progress.begin("what a second objective costs", options_.n_pareto_points);
    ParetoFront front = solve_front(problem, result.rules, result.objective, asked);
    timing_.end_step("pareto front");
    if (front.points.empty()) {
      return session_.console.warn(
          "no Pareto front: " +
          (front.infeasible ? front.infeasible->what : "the time was over before it began"));
    }
    result.front = {.kind = kind,
                    .n_reached = static_cast<double>(problem.total_weight()),
                    .front = std::move(front)};
  }

  /// The same sites, with all times that can matter to a mean; places without any way are left out.
  [[nodiscard]] SitingProblem make_problem_of_times(const SitingResult& result) const {
    StudyProblem made = make_study_problem(
        study_, *model_, {.locked = locked(), .candidates = candidates_, .counted = result.counted},
        {.kind = ObjectiveKind::kMedian}, session_.progress);
    made.problem.sites = result.made.problem.sites;
    return std::move(made.problem);
  }

  /// Of objectives whose number of sites is free the curve would be of another question.
  void trace(SitingResult& result) {
    const std::size_t n_most = std::min(options_.most_on_curve, candidates_.size());
    if (n_most == 0 || !result.rules.n_new || result.rules.budget || result.floods ||
        result.fairness) {
      return;
    }
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
  void phase(SitingResult& result) {
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

  /// Choices as good as the answer, and nearly as good.
  void look_around(SitingResult& result) {
    if (!is_sum(result.objective.kind) || result.floods || result.fairness) return;
    session_.progress.begin("choices that are nearly as good", 0);
    const StopSignal signal(options_.time_limit_s, is_interrupted);
    const SolvedPlan plan = make_solved_plan(
        {result.made.problem, result.rules, result.objective, result.answer}, signal);
    result.alternatives = find_alternative_optima(plan, kMostAlternatives, signal);
    result.ties = find_near_ties(plan, {.share = kNearBest}, signal);
    result.prices = price_sites(plan, {.share = kNearBest}, signal);
    timing_.end_step("near-best choices");
  }

  /// What is added up over places, each of which goes to its nearest site.
  static bool is_sum(ObjectiveKind kind) {
    return kind == ObjectiveKind::kCover || kind == ObjectiveKind::kGradual ||
           kind == ObjectiveKind::kMedian;
  }

  /// What was asked is what the audit compares with.
  [[nodiscard]] bool is_plain_covering(const SitingResult& result, std::size_t n_planned) const {
    const SitingRules& rules = result.rules;
    return result.audit_is_of_objective && rules.n_new == n_planned && !rules.budget &&
           rules.groups.empty() && rules.exclusive.empty() && options_.lock.empty() &&
           result.made.problem.with_status(SiteStatus::kForbidden).empty();
  }

  /// The study with the chosen sites as a set of its own, and without the other candidates.
  [[nodiscard]] Study make_chosen_study(const SitingResult& result) const {
    Scenario scenario = study_.scenario;
    std::string name = "chosen";
    const auto is_taken = [&](const CentreSetSpec& set) { return set.name == name; };
    while (std::ranges::any_of(scenario.sets, is_taken)) name += "-new";
    CentreSetSpec chosen{name, {}};
    for (const SiteIdx at : result.answer.sites) chosen.members.push_back(result.centre(at).id);
    scenario.sets.push_back(std::move(chosen));
    return load_study(scenario, session_.progress);
  }

  void write(const SitingResult& result, RunFolder& folder) {
    const Study study = make_chosen_study(result);
    const auto model = make_model(study, scenario_choice(study.scenario), session_.progress);
    const CoverageResult coverage = run_coverage(
        {study.dataset, *model, study.sets}, coverage_options(study.scenario), session_.progress);
    const CentreChecks checks = check_centres(*model);
    timing_.end_step("coverage");
    const RunSummary summary{
        study,  coverage,
        checks, make_headline(coverage),
        {},     find_worst_areas(coverage, coverage.sets.back(), study.dataset, kWorstBlocksTold)};
    folder.write_text("siting.md", siting_markdown(result));
    folder.write_text("siting.json", siting_json(result));
    if (result.front) folder.write_text("pareto.svg", draw_front(result));
    if (result.curve) folder.write_text("curve.svg", draw_curve(result));
    folder.write_text("chosen.toml", write_scenario(study.scenario));
    write_run(summary, make_sheets(result), folder, session_);
    timing_.end_step("write");
    folder.write_text("timing.json", timing_.to_json());
    session_.progress.begin("reading the files back", 0);
    folder.commit();
  }

  [[nodiscard]] static Sheets make_sheets(const SitingResult& result) {
    Sheets sheets;
    sheets.push_back(
        {make_sites_table(result), read_style(find_bundled_root() / kStyles, "sites")});
    if (result.fairness) sheets.push_back({make_fairness_table(result)});
    if (result.front) sheets.push_back({make_pareto_table(result)});
    if (result.curve) sheets.push_back({make_curve_table(result)});
    if (result.phasing) sheets.push_back({make_opening_order_table(result)});
    if (result.ties) sheets.push_back({make_near_ties_table(result)});
    if (result.audit) sheets.push_back({make_rule_lists_table(result)});
    return sheets;
  }

  OptimiseOptions options_;
  Session& session_;
  RunTiming timing_;
  Study study_;
  std::vector<CentreIdx> candidates_;
  std::unique_ptr<TravelModel> model_;
  std::optional<StudyHazard> hazard_;  ///< where floods are asked for
  std::vector<SiteIdx> dry_sites_;     ///< then, all open ones of the answer for dry roads
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
  throw DataError(
      {.what = "the time was over before there was any choice", .hint = "raise --time-limit"});
}

void run_siting(const Scenario& scenario, const OptimiseOptions& options, const RunTarget& target,
                Session& session, const std::function<void(const RunReport&)>& tell) {
  refuse_what_if(scenario);
  RunFolder folder(target.folder, target.if_exists);
  SitingRun(scenario, options, session).run(folder, tell);
}

}  // namespace pahunch
