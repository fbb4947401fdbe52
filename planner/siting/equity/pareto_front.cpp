#include "planner/siting/equity/pareto_front.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/base/error.h"
#include "planner/siting/check_answer.h"
#include "planner/siting/finish_answer.h"
#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

constexpr int kMostRefinements = 50;
constexpr double kMostSharesOfTime = 2;  ///< of the even share of what is left

std::unique_ptr<SecondCriterion> make_criterion(CriterionKind kind, const FrontProblem& front) {
  switch (kind) {
    case CriterionKind::kMean:
      return make_mean_criterion(front);
    case CriterionKind::kLongest:
      return make_longest_criterion(front);
    default:
      return make_worst_area_criterion(front);
  }
}

class FrontSolver {
 public:
  FrontSolver(const SitingProblem& problem, const SitingRules& rules, const SitingObjective& cover,
              const ParetoOptions& options)
      : problem_(problem),
        rules_(rules),
        cover_(cover),
        options_(options),
        signal_(options.limits.time_s, options.limits.should_stop),
        total_(static_cast<double>(problem.total_weight())) {}

  ParetoFront solve() {
    if (is_infeasible(find_rule_conflict(problem_, rules_, signal_))) return std::move(front_);
    if (is_infeasible(find_reach_conflict(problem_, rules_, all_reached()))) {
      return std::move(front_);
    }
    choice_ = make_choice_rules(problem_, rules_);
    criterion_ = make_criterion(options_.kind, {problem_, choice_, cover_, options_.areas});
    if (find_ends()) sweep();
    front_.was_stopped = signal_.stop();
    return std::move(front_);
  }

 private:
  struct Known {
    Solution solution;
    double second = 0, level = 0;
  };

  bool is_infeasible(std::optional<Infeasibility> found) {
    if (found) add_relaxations(problem_, rules_, all_reached(), signal_, *found);
    front_.infeasible = std::move(found);
    return front_.infeasible.has_value();
  }

  /// What must be possible: for worst-area anything is.
  [[nodiscard]] SitingObjective all_reached() const {
    if (options_.kind == CriterionKind::kWorstArea) return cover_;
    return {.kind = ObjectiveKind::kMedian};
  }

  /// The two ends, the first of them not yet with its best second value. False: there are none.
  bool find_ends() {
    first_.solution = criterion_->most_covered(columns_of(choice_, options_.limits.start), signal_);
    if (!first_.solution.open) {
      if (std::isinf(first_.solution.bound)) {
        is_infeasible(tell_no_choice(all_reached()));
      }
      return false;
    }
    first_.second = first_.level = criterion_->of(*first_.solution.open);
    best_ = criterion_->best(*first_.solution.open, share_of_time(options_.n_points));
    if (!best_.open || first_.second <= best_.loss) best_ = first_by_second();
    front_.second_bound = shown(best_.bound);
    return true;
  }

  /// The first end is no worse in the second respect, as far as is known.
  [[nodiscard]] Solution first_by_second() const {
    return {.open = first_.solution.open,
            .loss = first_.second,
            .bound = std::min(best_.bound, first_.second)};
  }

  void sweep() {
    if (first_.second > best_.loss) refine_first();
    known_.push_back(first_);
    told();
    const double widest = first_.second - best_.loss;
    for (std::size_t i = options_.n_points - 1; widest > 0 && i > 0; --i) {
      const double part = static_cast<double>(i - 1) / static_cast<double>(options_.n_points - 1);
      const double level = best_.loss + part * widest;
      solve_level(i == 1 ? level : level + kRoundOff * std::abs(level), i);
      told();
    }
    make_points();
  }

  void told() const {
    if (options_.on_point) options_.on_point();
  }

  /// Of all choices that cover most, towards the one with the best second value.
  void refine_first() {
    for (int turn = 0; turn < kMostRefinements && !signal_.stop(); ++turn) {
      if (first_.second <= best_.loss) return;
      const double better = std::nextafter(first_.second, -kInfinity);
      const Solution found = criterion_->least_lost(better, *best_.open, first_.solution.bound,
                                                    share_of_time(options_.n_points));
      if (!found.open || found.loss > first_.solution.loss) return;
      first_.solution.open = found.open;
      first_.solution.loss = found.loss;
      first_.second = first_.level = criterion_->of(*found.open);
    }
  }

  void solve_level(double level, std::size_t n_left) {
    const std::vector<SiteColumn> start = start_for(level);
    Known known = {.solution = criterion_->least_lost(level, start, known_.back().solution.bound,
                                                      share_of_time(n_left)),
                   .level = level};
    if (!known.solution.open) {
      known.solution.open = start;
      known.solution.loss = lost_by(start);
    }
    known.second = criterion_->of(*known.solution.open);
    known_.push_back(std::move(known));
  }

  /// The best known choice that keeps to a level; the last end always does.
  [[nodiscard]] const std::vector<SiteColumn>& start_for(double level) const {
    const std::vector<SiteColumn>* best = &*best_.open;
    double least = kInfinity;
    for (const Known& known : known_) {
      if (known.second > level || known.solution.loss >= least) continue;
      least = known.solution.loss;
      best = &*known.solution.open;
    }
    return *best;
  }

  [[nodiscard]] double lost_by(const std::vector<SiteColumn>& open) const {
    SitingAnswer answer;
    answer.sites = open_sites(problem_, choice_, open);
    return total_ - evaluate_sites(problem_, cover_, answer);
  }

  /// An even share of the time that is left, or some more.
  [[nodiscard]] StopSignal share_of_time(std::size_t n_left) const {
    const auto stop = [this] { return signal_.stop(); };
    if (!options_.limits.time_s) return {std::nullopt, stop};
    const double share = kMostSharesOfTime / static_cast<double>(std::max<std::size_t>(1, n_left));
    return {signal_.left_s() * std::min(1.0, share), stop};
  }

  [[nodiscard]] double shown(double second) const {
    return options_.kind == CriterionKind::kWorstArea ? -second : second;
  }

  void make_points() {
    for (const Known& known : known_) {
      if (is_dropped(known)) {
        ++front_.n_dropped;
        continue;
      }
      const ParetoPoint point = {
          .sites = open_sites(problem_, choice_, *known.solution.open),
          .covered = total_ - known.solution.loss,
          .bound = total_ - std::min(known.solution.bound, known.solution.loss),
          .second = shown(known.second),
          .level = shown(known.level)};
      check(point);
      front_.points.push_back(point);
    }
  }

  /// Another is no worse in both respects, and better in one, or found before.
  [[nodiscard]] bool is_dropped(const Known& known) const {
    return std::ranges::any_of(known_, [&](const Known& other) {
      if (&other == &known || other.second > known.second ||
          other.solution.loss > known.solution.loss) {
        return false;
      }
      const bool is_same =
          other.second == known.second && other.solution.loss == known.solution.loss;
      return !is_same || &other < &known;
    });
  }

  void check(const ParetoPoint& point) const {
    const auto broken = find_broken_rule(problem_, rules_, point.sites);
    SitingAnswer answer;
    answer.sites = point.sites;
    const double covered = evaluate_sites(problem_, cover_, answer);
    const double second = second_from_scratch(answer);
    const bool is_same =
        covered == point.covered && std::abs(second - point.second) <= kRoundOff * std::abs(second);
    if (!broken && is_same && point.bound >= point.covered) return;
    throw InvariantError({.what = fmt::format("a point of the front fails its own check: {}",
                                              broken.value_or(fmt::format(
                                                  "it covers {} and not {}, and {} is {}", covered,
                                                  point.covered, point.second, second))),
                          .why = "rules and both criteria are reckoned again from the raw input",
                          .hint = "this is a mistake of the program; please report it"});
  }

  [[nodiscard]] double second_from_scratch(const SitingAnswer& answer) const {
    switch (options_.kind) {
      case CriterionKind::kMean:
        return evaluate_sites(problem_, {.kind = ObjectiveKind::kMedian}, answer);
      case CriterionKind::kLongest:
        return evaluate_sites(problem_, {.kind = ObjectiveKind::kCentre}, answer);
      default:
        return cover_areas(problem_, options_.areas, cover_.limit, answer.sites).least_share();
    }
  }

  const SitingProblem& problem_;
  const SitingRules& rules_;
  const SitingObjective& cover_;
  const ParetoOptions& options_;
  StopSignal signal_;
  double total_;
  ChoiceRules choice_;
  std::unique_ptr<SecondCriterion> criterion_;
  Known first_;
  Solution best_;  ///< in the second respect
  std::vector<Known> known_;
  ParetoFront front_;
};

}  // namespace

ParetoFront solve_front(const SitingProblem& problem, const SitingRules& rules,
                        const SitingObjective& cover, const ParetoOptions& options) {
  check_problem(problem);
  check_objective(cover);
  check_fairness(problem, {.areas = options.areas});
  if (options.n_points < 2) {
    throw UsageError({.what = "a front has two points at least", .hint = "ask for 5 to 20"});
  }
  return FrontSolver(problem, rules, cover, options).solve();
}

}  // namespace pahunch
