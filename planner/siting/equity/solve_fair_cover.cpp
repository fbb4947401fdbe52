#include "planner/siting/equity/solve_fair_cover.h"

#include <fmt/format.h>

#include <cmath>

#include "geo/base/error.h"
#include "planner/siting/equity/fairest.h"
#include "planner/siting/finish_answer.h"
#include "planner/siting/loss_model.h"

namespace pahunch {
namespace {

constexpr double kMillion = 1e6;  ///< shares are told in millionths

/// Rounded to the side on which it can be had.
double round_down(double share) { return std::floor(share * kMillion) / kMillion; }
double round_up(double share) { return std::ceil(share * kMillion) / kMillion; }

class FairCover {
 public:
  FairCover(const SitingProblem& problem, const SitingRules& rules,
            const SitingObjective& objective, const Fairness& fairness, const SolveLimits& limits)
      : problem_(problem),
        rules_(rules),
        objective_(objective),
        fairness_(fairness),
        gap_frac_(limits.gap),
        start_(limits.start),
        signal_(limits.time_s, limits.should_stop) {}

  SitingAnswer solve() {
    answer_.size.n_points = problem_.weights.size();
    answer_.size.n_pairs = problem_.reach.n_pairs();
    if (auto conflict = find_rule_conflict(problem_, rules_, signal_)) {
      refuse(std::move(*conflict));
      return std::move(answer_);
    }
    choice_ = make_choice_rules(problem_, rules_);
    model_ = make_area_cover(problem_, choice_, objective_.limit, fairness_.areas);
    limits_ = make_limits(model_, fairness_);
    answer_.size.n_columns = answer_.size.n_undominated = choice_.n_columns();
    answer_.size.n_rows = model_.rows.size();
    const Solution plain = solve_plain();
    if (!plain.open) return std::move(answer_);
    if (find_far_area()) {
      explain(*plain.open);
      return std::move(answer_);
    }
    finish(solve_fair(model_, choice_, limits_,
                      {.start = *plain.open, .least_loss = plain.bound, .gap_frac = gap_frac_},
                      signal_),
           *plain.open);
    return std::move(answer_);
  }

 private:
  void refuse(Infeasibility why) {
    answer_.status = AnswerStatus::kInfeasible;
    answer_.infeasible = std::move(why);
  }

  /// Without fairness: a start and a bound.
  [[nodiscard]] Solution solve_plain() const {
    const LossModel model = make_loss_model(problem_, objective_, choice_);
    return solve_loss(
        model, choice_,
        {.total = static_cast<double>(model_.total), .start = columns_of(choice_, start_)},
        signal_);
  }

  void finish(const Solution& found, const std::vector<SiteColumn>& plain) {
    if (!found.open) {
      if (std::isinf(found.bound)) explain(plain);
      return;
    }
    const AreaCoverState locked(model_, limits_);
    answer_.locked_objective = static_cast<double>(locked.covered());
    finish_answer({.problem = problem_,
                   .rules = rules_,
                   .objective = objective_,
                   .choice = choice_,
                   .total = static_cast<double>(model_.total),
                   .is_whole = true,
                   .gap_frac = gap_frac_},
                  found, signal_, answer_);
    const auto unfair = find_unfair(
        cover_areas(problem_, fairness_.areas, objective_.limit, answer_.sites), fairness_);
    if (!unfair) return;
    throw InvariantError({.what = "the answer fails its own check: " + *unfair,
                          .why = "the areas are counted again from the raw input",
                          .hint = "this is a mistake of the program; please report it"});
  }

  /// Names the limit that cannot be kept, and how far it can as far as that is found soon.
  void explain(const std::vector<SiteColumn>& plain) {
    constexpr double kLongest_s = 20;
    const StopSignal soon(kLongest_s, [this] { return signal_.stop(); });
    if (fairness_.least_share) {
      const Fairest most = find_largest_floor(model_, choice_, plain, soon);
      const FairLimits floor_only = {.owed = limits_.owed};
      if (floor_only.unfairness(coverage_of(model_, *most.open)) > 0) return refuse_floor(most);
    }
    const Fairest least = find_smallest_gini(model_, choice_, limits_, plain, soon);
    const double value = round_up(least.value);
    refuse(
        {fmt::format("no choice within the rules has a Gini coefficient of {} or less{}",
                     *fairness_.most_gini, fairness_.least_share ? " and the least share too" : ""),
         fmt::format("a Gini coefficient of {} (--most-gini {}), {}", value, value,
                     least.is_proven ? "below which there is next to nothing"
                                     : "the smallest found soon")});
  }

  /// An area of which all sites together cover too little, in words; none: there is no such area.
  [[nodiscard]] std::optional<std::string> find_far_area() const {
    if (!fairness_.least_share) return std::nullopt;
    std::vector<SiteIdx> all = problem_.with_status(SiteStatus::kLocked);
    all.insert(all.end(), choice_.sites.begin(), choice_.sites.end());
    const CoveredAreas most = cover_areas(problem_, fairness_.areas, objective_.limit, all);
    const std::vector<double> shares = most.shares();
    for (std::size_t area = 0; area < shares.size(); ++area) {
      if (most.weight[area] == 0 || most.covered[area] >= limits_.owed[area]) continue;
      return fmt::format("all sites together cover {} of '{}', and {} of each area is asked for",
                         round_down(shares[area]), fairness_.areas[area].name,
                         *fairness_.least_share);
    }
    return std::nullopt;
  }

  void refuse_floor(const Fairest& most) {
    const double value = round_down(most.value);
    refuse(
        {find_far_area().value_or(fmt::format("no choice within the rules covers {} of each area",
                                              *fairness_.least_share)),
         fmt::format("a least share of {} (--least-share {}), {}", value, value,
                     most.is_proven ? "the largest that can be had" : "the largest found soon")});
  }

  const SitingProblem& problem_;
  const SitingRules& rules_;
  const SitingObjective& objective_;
  const Fairness& fairness_;
  double gap_frac_;
  const std::vector<SiteIdx>& start_;
  StopSignal signal_;
  ChoiceRules choice_;
  AreaCover model_;
  FairLimits limits_;
  SitingAnswer answer_;
};

}  // namespace

SitingAnswer solve_fair_cover(const SitingProblem& problem, const SitingRules& rules,
                              const SitingObjective& objective, const Fairness& fairness,
                              const SolveLimits& limits) {
  check_problem(problem);
  check_objective(objective);
  check_fairness(problem, fairness);
  return FairCover(problem, rules, objective, fairness, limits).solve();
}

}  // namespace pahunch
