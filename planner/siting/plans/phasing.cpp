#include "planner/siting/plans/phasing.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/nearest_two.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostExact = 14;

using Order = std::vector<SiteColumn>;

class Phaser {
 public:
  Phaser(const SitingProblem& problem, const SitingRules& rules, const SitingObjective& objective,
         const SitingCurve& curve, const StopSignal& signal)
      : objective_(objective),
        curve_(curve),
        signal_(signal),
        rules_(make_choice_rules(problem, rules)),
        model_(make_loss_model(problem, objective, rules_)),
        total_(objective.is_maximum() ? static_cast<double>(problem.total_weight()) : 0) {}

  Phasing phase(std::size_t n_new) {
    const Order last = columns_of(rules_, curve_.answers[n_new].sites);
    Phasing within = n_new <= kMostExact ? order_exactly(last) : order_by_search(last);
    const Phasing forward = describe(grow(n_new, Order{}), PhasingWay::kForward);
    const bool is_whole_plan = forward.steps.size() == n_new;
    return is_whole_plan && forward.largest_gap_share < within.largest_gap_share ? forward : within;
  }

 private:
  [[nodiscard]] double objective_of(const NearestTwo& nearest, const Order& open) const {
    if (!reaches_all(model_, open)) return kInfinite;
    return objective_.is_maximum() ? total_ - nearest.loss() : nearest.loss();
  }

  /// A step's gap to the bound of the best of its size.
  [[nodiscard]] PhasingStep step(std::size_t size, double objective) const {
    PhasingStep made = {.site = {}, .objective = objective};
    const bool is_known = size < curve_.answers.size() && curve_.answers[size].has_sites();
    made.has_no_best = !is_known;
    if (!is_known) return made;
    const SitingAnswer& best = curve_.answers[size];
    made.best = best.bound;
    made.gap =
        std::max(0.0, objective_.is_maximum() ? best.bound - objective : objective - best.bound);
    const double base = std::abs(best.bound - best.locked_objective);
    if (made.gap > 0) made.gap_share = base > 0 ? made.gap / base : kInfinite;
    return made;
  }

  [[nodiscard]] Phasing describe(const Order& order, PhasingWay way) const {
    Phasing made = {.way = way};
    NearestTwo nearest(model_);
    Order open;
    for (const SiteColumn column : order) {
      nearest.open(column);
      open.push_back(column);
      made.steps.push_back(step(open.size(), objective_of(nearest, open)));
      made.steps.back().site = rules_.sites[column];
      made.largest_gap_share = std::max(made.largest_gap_share, made.steps.back().gap_share);
    }
    if (!made.steps.empty()) made.price_of_ordering = made.steps.back().gap;
    return made;
  }

  /// The column that gains most, time after time; of `among`, or of all where that is empty.
  [[nodiscard]] Order grow(std::size_t n_new, const Order& among) const {
    NearestTwo nearest(model_);
    RuleTracker tracker(rules_);
    Order order;
    while (order.size() < n_new) {
      SiteColumn best = kNoColumn;
      double most = 0;
      for (SiteColumn column = 0; column < rules_.n_columns(); ++column) {
        if (tracker.is_open(column) || !tracker.can_add(column)) continue;
        if (!among.empty() && !std::ranges::binary_search(among, column)) continue;
        const double gain = nearest.gain_of(column);
        if (best != kNoColumn && gain <= most) continue;
        best = column;
        most = gain;
      }
      if (best == kNoColumn) break;
      nearest.open(best);
      tracker.add(best);
      order.push_back(best);
    }
    return order;
  }

  /// Moves single sites while the largest gap falls.
  [[nodiscard]] Phasing order_by_search(const Order& last) const {
    Order order = grow(last.size(), last);
    Phasing best = describe(order, PhasingWay::kWithin);
    bool is_bettered = true;
    while (is_bettered) {
      is_bettered = false;
      for (std::size_t move = 0; move < order.size() * order.size() && !signal_.stop(); ++move) {
        Order other = order;
        const SiteColumn column = other[move / order.size()];
        std::erase(other, column);
        other.insert(other.begin() + static_cast<std::ptrdiff_t>(move % order.size()), column);
        const Phasing found = describe(other, PhasingWay::kWithin);
        if (found.largest_gap_share >= best.largest_gap_share) continue;
        best = found;
        order = other;
        is_bettered = true;
      }
    }
    return best;
  }

  /// largest(S) = max(gap(S), least over its last site i of largest(S without i)).
  [[nodiscard]] Phasing order_exactly(const Order& last) const {
    const std::size_t n_sets = std::size_t{1} << last.size();
    std::vector<double> largest(n_sets, 0);
    std::vector<std::size_t> last_of(n_sets, 0);
    NearestTwo nearest(model_);
    for (std::size_t set = 1; set < n_sets; ++set) {
      if (signal_.stop()) return order_by_search(last);
      const Order open = open_set(set, last, nearest);
      double least = kInfinite;
      for (std::size_t i = 0; i < last.size(); ++i) {
        const std::size_t bit = std::size_t{1} << i;
        if ((set & bit) == 0) continue;
        if (last_of[set] == 0 || largest[set - bit] < least) {
          least = largest[set - bit];
          last_of[set] = i + 1;
        }
      }
      largest[set] = std::max(least, step(open.size(), objective_of(nearest, open)).gap_share);
    }
    Order order;
    for (std::size_t set = n_sets - 1; set != 0; set -= std::size_t{1} << (last_of[set] - 1)) {
      order.push_back(last[last_of[set] - 1]);
    }
    std::ranges::reverse(order);
    Phasing made = describe(order, PhasingWay::kWithin);
    made.is_best_order = true;
    return made;
  }

  /// Opens and closes what differs.
  static Order open_set(std::size_t set, const Order& last, NearestTwo& nearest) {
    Order open;
    for (std::size_t i = 0; i < last.size(); ++i) {
      const bool is_in = (set >> i & 1U) != 0;
      if (is_in) open.push_back(last[i]);
      if (is_in == nearest.is_open(last[i])) continue;
      is_in ? nearest.open(last[i]) : nearest.close(last[i]);
    }
    return open;
  }

  static constexpr double kInfinite = std::numeric_limits<double>::infinity();

  const SitingObjective& objective_;
  const SitingCurve& curve_;
  const StopSignal& signal_;
  ChoiceRules rules_;
  LossModel model_;
  double total_;
};

}  // namespace

Phasing phase_opening(const SitingProblem& problem, const SitingRules& rules,
                      const SitingObjective& objective, const SitingCurve& curve,
                      const SolveLimits& limits) {
  const StopSignal signal(limits.time_s, limits.should_stop);
  std::size_t n_new = curve.answers.size();
  while (n_new > 0 && !curve.answers[n_new - 1].has_sites()) --n_new;
  if (n_new <= 1) return {};
  SitingRules any_size = rules;
  any_size.n_new = {};
  return Phaser(problem, any_size, objective, curve, signal).phase(n_new - 1);
}

}  // namespace pahunch
