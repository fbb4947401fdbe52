#include "planner/siting/equity/solve_worst_share.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/equity/nearest_costs.h"
#include "planner/siting/interchange.h"
#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

constexpr int kMostDescents = 20;

class WorstShareSearch {
 public:
  WorstShareSearch(const SitingProblem& problem, const ChoiceRules& rules,
                   const SitingObjective& objective, const SolveGoal& goal,
                   const StopSignal& signal)
      : problem_(problem),
        rules_(rules),
        limit_(objective.limit),
        goal_(goal),
        signal_(signal),
        nearest_(problem, rules, objective.limit),
        costs_(nearest_.distinct()),
        weight_(worst_weight(objective.worst, problem.total_weight())) {}

  Solution solve() {
    if (!start()) return best_;
    descend();
    if (!costs_.empty()) search();
    return best_;
  }

  [[nodiscard]] std::size_t n_rows() const { return n_rows_; }
  /// Costs are, and sums of them are exact.
  [[nodiscard]] bool is_whole() const {
    const auto whole = [](double cost) { return std::floor(cost) == cost; };
    return std::ranges::all_of(costs_, whole) &&
           (costs_.empty() || level(costs_.back()) < kExactSums);
  }

 private:
  /// Thresholds by their ranks among the costs, both inclusive, with a lower limit of the sum of
  /// all choices whose threshold is there, and one by the median at the last threshold alone;
  /// infinity: none of them is better.
  struct Interval {
    std::size_t first = 0, last = 0;
    double bound = 0, at_last = kInfinity;
  };
  enum class Wanted : std::uint8_t { kBest, kAny };

  /// What choices lose above a threshold that is no less than `jump`, reckoned from `from`.
  [[nodiscard]] LossModel model_above(double from, double jump) const {
    return make_loss_model(problem_, limit_, rules_,
                           [=](double cost) { return cost >= jump ? cost - from : 0; });
  }
  [[nodiscard]] LossModel model_at(double threshold) const {
    return model_above(threshold, threshold);
  }
  [[nodiscard]] double level(double threshold) const {
    return static_cast<double>(weight_) * threshold;
  }

  /// Some choice that reaches all points: that with the least mean, or nearly so. False: none.
  bool start() {
    best_.loss = kInfinity;
    best_.bound = 0;
    const LossModel model = model_at(0);
    n_rows_ = model.n_rows();
    SolveGoal any = {.cutoff = unreached_loss(model), .is_any_enough = true};
    any.start = goal_.start;
    const Solution found = solve_loss(model, rules_, any, signal_);
    if (found.open) take(*found.open);
    if (!best_.open && found.bound >= any.cutoff) best_.bound = kInfinity;
    return best_.open.has_value();
  }

  /// True: it is better than the best so far.
  bool take(const std::vector<SiteColumn>& open) {
    const auto worst = nearest_.worst_of(open, weight_);
    if (!(worst.sum < best_.loss)) return false;
    best_ = {.open = open, .loss = worst.sum, .bound = best_.bound};
    threshold_ = worst.threshold;
    return true;
  }

  /// Better choices for the threshold of the last one, while there are such.
  void descend() {
    for (int turn = 0; turn < kMostDescents && !signal_.stop(); ++turn) {
      if (!take(interchange(model_at(threshold_), rules_, *best_.open, signal_))) return;
    }
  }

  void search() {
    open_ = {{.first = 0, .last = costs_.size() - 1, .bound = level(costs_.front())}};
    while (!open_.empty()) {
      const auto least = std::ranges::min_element(open_, {}, &Interval::bound);
      prove(std::min(least->bound, unfinished_));
      if (best_.loss - best_.bound <= enough() || signal_.stop()) return;
      const Interval interval = *least;
      open_.erase(least);
      examine(interval);
    }
    prove(unfinished_);
  }

  /// A gap that is as good as was asked for.
  [[nodiscard]] double enough() const { return goal_.gap_frac * best_.loss; }
  void prove(double bound) { best_.bound = std::max(best_.bound, std::min(bound, best_.loss)); }
  [[nodiscard]] double tolerance() const { return kRoundOff / 2 * best_.loss; }

  /// Closes an interval, or cuts it in two.
  void examine(Interval interval) {
    const auto [first, last, known, at_last] = interval;
    double bound = kInfinity;
    if (first < last) {
      bound = look_below(model_above(costs_[first], costs_[last]), costs_[first], Wanted::kAny);
    }
    if (bound == kInfinity) {
      unfinished_ = std::min(unfinished_, at_last);
      return;
    }
    interval.bound = std::max(known, std::min(bound, at_last));
    signal_.stop() ? open_.push_back(interval) : cut(interval);
  }

  /// At the threshold of the best choice, where that is inside, else in the middle.
  void cut(const Interval& interval) {
    const auto [first, last, bound, at_last] = interval;
    std::size_t middle = rank_of(threshold_);
    if (middle < first || middle >= last) {
      middle = std::min(rank_of(costs_[first] + (costs_[last] - costs_[first]) / 2), last - 1);
    }
    const double threshold = costs_[middle];
    const double at_middle = look_below(model_at(threshold), threshold, Wanted::kBest);
    open_.push_back(
        {first, middle, std::min(at_middle, std::max(bound, level(costs_[first]))), at_middle});
    open_.push_back(
        {middle + 1, last, std::min(at_last, std::max(bound, level(costs_[middle + 1]))), at_last});
  }

  /// A lower limit of `level(from)` and what any choice loses; infinity: no choice comes below the
  /// best sum. What is found on the way is taken.
  double look_below(const LossModel& model, double from, Wanted wanted) {
    const SolveGoal goal = {.start = *best_.open,
                            .cutoff = best_.loss - level(from),
                            .is_any_enough = wanted == Wanted::kAny,
                            .scale = best_.loss / 2};
    if (goal.cutoff <= tolerance()) return kInfinity;
    const Solution found = solve_loss(model, rules_, goal, signal_);
    const bool is_closed = found.bound >= goal.cutoff - tolerance();
    if (found.open) take(*found.open);
    return is_closed ? kInfinity : level(from) + found.bound;
  }

  /// Of the costs up to this one, the last.
  [[nodiscard]] std::size_t rank_of(double cost) const {
    const auto after = std::ranges::upper_bound(costs_, cost);
    return after == costs_.begin() ? 0 : static_cast<std::size_t>(after - costs_.begin() - 1);
  }
  const SitingProblem& problem_;
  const ChoiceRules& rules_;
  double limit_;
  const SolveGoal& goal_;
  const StopSignal& signal_;
  NearestCosts nearest_;
  std::vector<double> costs_;
  std::int64_t weight_;
  std::size_t n_rows_ = 0;
  Solution best_;
  double threshold_ = 0;  ///< of the best choice
  std::vector<Interval> open_;
  double unfinished_ = kInfinity;  ///< least limit of what could not be closed
};

}  // namespace

WorstShareSolution solve_worst_share(const SitingProblem& problem, const ChoiceRules& rules,
                                     const SitingObjective& objective, const SolveGoal& goal,
                                     const StopSignal& signal) {
  WorstShareSearch search(problem, rules, objective, goal, signal);
  Solution solution = search.solve();
  return {std::move(solution), search.is_whole(), search.n_rows()};
}

}  // namespace pahunch
