#include "planner/siting/plans/siting_curve.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/check_answer.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {
namespace {

bool is_worse(const SitingObjective& objective, double a, double b) {
  return objective.is_maximum() ? a < b : a > b;
}

class CurveTracer {
 public:
  CurveTracer(const SitingProblem& problem, const SitingObjective& objective)
      : problem_(problem), objective_(objective) {}

  /// The sites of the point before and the first candidate that is not among them.
  void keep_what_was(const CurvePoint& before, CurvePoint& point) const {
    const auto by_id = [&](SiteIdx at) { return problem_.sites[at].id; };
    std::vector<SiteIdx> left = problem_.with_status(SiteStatus::kCandidate);
    std::erase_if(left, [&](SiteIdx at) {
      return std::ranges::find(before.sites, at) != before.sites.end();
    });
    point.sites = before.sites;
    point.sites.push_back(*std::ranges::min_element(left, {}, by_id));
    std::ranges::sort(point.sites, {}, by_id);
    SitingAnswer kept;
    kept.sites = point.sites;
    point.objective = evaluate_sites(problem_, objective_, kept);
    point.gap = std::abs(point.bound - point.objective);
  }

  [[nodiscard]] CurvePoint solve(const SitingRules& rules, const SolveLimits& limits) const {
    SitingAnswer answer = solve_siting(problem_, rules, objective_, limits);
    return {.n_new = *rules.n_new,
            .status = answer.status,
            .sites = std::move(answer.sites),
            .objective = answer.objective,
            .bound = answer.bound,
            .gap = answer.gap};
  }

 private:
  const SitingProblem& problem_;
  const SitingObjective& objective_;
};

}  // namespace

SitingCurve trace_curve(const SitingProblem& problem, SitingRules rules,
                        const SitingObjective& objective, std::size_t n_most,
                        const SolveLimits& limits,
                        const std::function<void(const CurvePoint&)>& on_point) {
  const CurveTracer tracer(problem, objective);
  const StopSignal signal(limits.time_s, limits.should_stop);
  const bool only_count = !rules.budget && rules.groups.empty() && rules.exclusive.empty();
  const std::size_t n_candidates = problem.with_status(SiteStatus::kCandidate).size();
  SitingCurve curve;
  curve.is_complete = n_most <= n_candidates;
  for (std::size_t n = 0; n <= std::min(n_most, n_candidates); ++n) {
    rules.n_new = n;
    SolveLimits left = limits;
    if (limits.time_s) left.time_s = signal.left_s();
    CurvePoint point = tracer.solve(rules, left);
    const bool is_first = curve.points.empty() || !curve.points.back().has_answer();
    if (!is_first && only_count && point.has_answer() &&
        is_worse(objective, point.objective, curve.points.back().objective)) {
      tracer.keep_what_was(curve.points.back(), point);
    }
    if (signal.stop()) {
      curve.is_complete = false;
      if (point.has_answer()) curve.points.push_back(std::move(point));
      break;
    }
    if (on_point) on_point(point);
    curve.points.push_back(std::move(point));
  }
  return curve;
}

}  // namespace pahunch
