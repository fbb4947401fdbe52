#include "planner/siting/plans/siting_curve.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/check_answer.h"
#include "planner/siting/round_off.h"
#include "planner/siting/site_values.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {
namespace {

/// Of the even share of the time left.
constexpr double kMostShares = 3;

class CurveSolver {
 public:
  CurveSolver(const SitingProblem& problem, const SitingRules& rules,
              const SitingObjective& objective, const CurveOptions& options)
      : problem_(problem),
        rules_(rules),
        objective_(objective),
        options_(options),
        signal_(options.limits.time_s, options.limits.should_stop) {}

  SitingCurve solve() {
    const bool is_monotone = more_is_never_worse(rules_, objective_);
    for (std::size_t n_new = 0; n_new <= options_.n_most; ++n_new) {
      rules_.n_new = n_new;
      SitingAnswer answer = solve_siting(problem_, rules_, objective_, limits_of(n_new));
      if (is_monotone && n_new > 0) carry_on(curve_.answers.back(), answer);
      if (options_.on_answer) options_.on_answer(n_new, answer);
      curve_.answers.push_back(std::move(answer));
    }
    if (is_monotone) carry_bounds_back();
    return std::move(curve_);
  }

 private:
  [[nodiscard]] SolveLimits limits_of(std::size_t n_new) const {
    SolveLimits limits = {.gap = options_.limits.gap};
    const bool is_interrupted = signal_.reason() == StopReason::kInterrupt;
    limits.should_stop = [this, is_interrupted] {
      return is_interrupted || (options_.limits.should_stop && options_.limits.should_stop());
    };
    if (options_.limits.time_s) {
      const auto n_left = static_cast<double>(options_.n_most - n_new + 1);
      limits.time_s = signal_.left_s() * std::min(1.0, kMostShares / n_left);
    }
    if (n_new > 0) limits.start = curve_.answers.back().sites;
    return limits;
  }

  [[nodiscard]] bool is_better(const SitingAnswer& a, const SitingAnswer& b) const {
    return objective_.is_maximum() ? a.objective > b.objective : a.objective < b.objective;
  }

  /// The answer before and any further site, if that is better than what was found.
  void carry_on(const SitingAnswer& before, SitingAnswer& answer) const {
    if (answer.status == AnswerStatus::kInfeasible || !before.has_sites()) return;
    if (answer.has_sites() && !is_better(before, answer)) return;
    std::vector<SiteIdx> free = problem_.with_status(SiteStatus::kCandidate);
    std::erase_if(free, [&](SiteIdx at) {
      return std::ranges::find(before.sites, at) != before.sites.end();
    });
    if (free.empty()) return;
    const auto id_of = [&](SiteIdx at) { return problem_.sites[at].id; };
    if (!answer.has_sites()) {
      answer.status = unfinished_status(signal_.reason());
      answer.bound = best_thinkable();
    }
    answer.locked_objective = before.locked_objective;
    answer.sites = before.sites;
    answer.sites.push_back(*std::ranges::min_element(free, {}, id_of));
    std::ranges::sort(answer.sites, {}, id_of);
    answer.shares = before.shares;
    answer.objective = evaluate_sites(problem_, objective_, answer);
    answer.values = value_sites(problem_, objective_, answer.sites);
    settle(answer);
  }

  [[nodiscard]] double best_thinkable() const {
    return objective_.is_maximum() ? static_cast<double>(problem_.total_weight()) : 0;
  }

  /// What is not possible with more sites is not possible with fewer.
  void carry_bounds_back() {
    for (std::size_t n_new = options_.n_most; n_new > 0; --n_new) {
      const SitingAnswer& after = curve_.answers[n_new];
      SitingAnswer& answer = curve_.answers[n_new - 1];
      if (!after.has_sites() || !answer.has_sites()) continue;
      const bool is_tighter =
          objective_.is_maximum() ? after.bound < answer.bound : after.bound > answer.bound;
      if (!is_tighter) continue;
      answer.bound = after.bound;
      settle(answer);
    }
  }

  /// Gap and status anew, after a change of objective or bound.
  void settle(SitingAnswer& answer) const {
    const double scale = std::max(std::abs(answer.objective), std::abs(answer.locked_objective));
    answer.gap = std::abs(answer.bound - answer.objective);
    const bool is_past =
        objective_.is_maximum() ? answer.bound < answer.objective : answer.bound > answer.objective;
    if (answer.gap <= kRoundOff * scale && (is_past || answer.gap < 0.5)) answer.gap = 0;
    if (answer.gap == 0) {
      answer.bound = answer.objective;
      answer.status = AnswerStatus::kProven;
    } else if (answer.gap <= options_.limits.gap * std::abs(answer.objective)) {
      answer.status = AnswerStatus::kWithinGap;
    }
    const double base =
        objective_.is_maximum() ? answer.objective - answer.locked_objective : answer.objective;
    answer.gap_share = answer.gap == 0 ? 0 : answer.gap / std::abs(base);
    check_answer(problem_, rules_with(answer), objective_, answer);
  }

  [[nodiscard]] SitingRules rules_with(const SitingAnswer& answer) const {
    SitingRules rules = rules_;
    rules.n_new = answer.sites.size() - problem_.with_status(SiteStatus::kLocked).size();
    return rules;
  }

  const SitingProblem& problem_;
  SitingRules rules_;
  const SitingObjective& objective_;
  const CurveOptions& options_;
  StopSignal signal_;
  SitingCurve curve_;
};

}  // namespace

bool more_is_never_worse(const SitingRules& rules, const SitingObjective& objective) {
  const bool may_overfill = objective.has_capacities() && objective.giving == Giving::kNearest;
  const bool is_free = objective.kind != ObjectiveKind::kFacility &&
                       objective.kind != ObjectiveKind::kSetCover && !may_overfill;
  return is_free && !rules.budget && rules.groups.empty() && rules.exclusive.empty();
}

SitingCurve solve_curve(const SitingProblem& problem, const SitingRules& rules,
                        const SitingObjective& objective, const CurveOptions& options) {
  return CurveSolver(problem, rules, objective, options).solve();
}

}  // namespace pahunch
