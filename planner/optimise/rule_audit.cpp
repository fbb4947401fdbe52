#include "planner/optimise/rule_audit.h"

#include <algorithm>
#include <set>

#include "geo/base/parallel.h"

namespace pahunch {
namespace {

class RuleAuditor {
 public:
  RuleAuditor(const RuleAuditJob& job, const RuleLists& lists, const RuleAuditOptions& options,
              Progress& progress)
      : job_(job),
        lists_(lists),
        progress_(progress),
        measurer_(job.study, job.model, job.locked.open,
                  {.limit = options.limit, .counted = options.counted}) {
    audit_.options = options;
    audit_.n_new = lists.n_planned();
    audit_.n_place_known = lists.n_known(SiteKnown::kPlace);
    audit_.n_district_known = lists.n_known(SiteKnown::kDistrict);
  }

  RuleAudit audit() {
    audit_.best_by_rule = find_best(lists_.possible_sites());
    if (!audit_.obstacle) audit_.best = job_.best ? *job_.best : find_best(job_.candidates);
    if (audit_.obstacle) return std::move(audit_);
    audit_.as_listed.sites = lists_.planned();
    const std::size_t n_lists = lists_.is_all_known() ? 1 : audit_.options.n_lists;
    for (std::size_t i = 0; i < n_lists; ++i) {
      audit_.lists.push_back({.sites = lists_.draw(i), .measure = {}});
    }
    measure_all();
    return std::move(audit_);
  }

 private:
  /// Where there is none, this is the audit's obstacle.
  [[nodiscard]] AuditedBest find_best(std::vector<CentreIdx> candidates) {
    const SitingObjective objective = {.kind = ObjectiveKind::kCover,
                                       .limit = static_cast<double>(audit_.options.limit.ms())};
    const StudyProblem made = make_study_problem(job_.study, job_.model,
                                                 {.locked = job_.locked,
                                                  .candidates = std::move(candidates),
                                                  .counted = audit_.options.counted},
                                                 objective, progress_);
    progress_.begin("choosing the best sites to compare with", 0);
    const SitingAnswer answer =
        solve_siting(made.problem, {.n_new = audit_.n_new}, objective, audit_.options.limits);
    if (!answer.has_sites()) {
      audit_.obstacle = answer.infeasible
                            ? answer.infeasible->what
                            : "the search ended before it had found sites to compare with";
    }
    return to_audited(made, answer);
  }

  void measure_all() {
    std::vector<AuditedSites*> sets = {&audit_.as_listed, &audit_.best_by_rule.set,
                                       &audit_.best.set};
    for (AuditedSites& list : audit_.lists) sets.push_back(&list);
    std::set<CentreIdx> sites;
    for (const AuditedSites* set : sets) sites.insert(set->sites.begin(), set->sites.end());
    measurer_.learn(std::vector<CentreIdx>(sites.begin(), sites.end()), progress_);
    audit_.locked = measurer_.measure({});
    progress_.begin("measuring lists of sites", sets.size());
    for_each_in_parallel(sets.size(), [&](std::size_t i) {
      sets[i]->measure = measurer_.measure(sets[i]->sites);
      progress_.advance(1);
    });
  }

  const RuleAuditJob& job_;
  const RuleLists& lists_;
  Progress& progress_;
  SetMeasurer measurer_;
  RuleAudit audit_;
};

}  // namespace

AuditedBest to_audited(const StudyProblem& made, const SitingAnswer& answer) {
  AuditedBest best;
  best.status = answer.status;
  best.bound = static_cast<Persons>(answer.bound);
  for (const SiteIdx at : answer.sites) {
    if (made.problem.sites[at].status == SiteStatus::kLocked) continue;
    best.set.sites.push_back(made.centre_of[at]);
  }
  std::ranges::sort(best.set.sites);
  return best;
}

RuleAudit audit_rule(const RuleAuditJob& job, const RuleLists& lists,
                     const RuleAuditOptions& options, Progress& progress) {
  return RuleAuditor(job, lists, options, progress).audit();
}

}  // namespace pahunch
