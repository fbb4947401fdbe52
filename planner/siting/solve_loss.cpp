#include "planner/siting/solve_loss.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/dominance.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/level_mip.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

constexpr int kMostRestrictions = 3;

/// The choice of the original model behind one of a restricted model.
std::vector<SiteColumn> original_choice(const RestrictedModel& restricted,
                                        const std::vector<SiteColumn>& open) {
  std::vector<SiteColumn> original = restricted.open;
  for (const SiteColumn column : open) original.push_back(restricted.original[column]);
  std::ranges::sort(original);
  return original;
}

class LossSolver {
 public:
  LossSolver(const LossModel& model, const ChoiceRules& rules, const SolveGoal& goal,
             const StopSignal& signal)
      : model_(model), rules_(rules), goal_(goal), signal_(signal) {
    best_.bound = -kInfinity;
    best_.loss = kInfinity;
  }

  Solution solve() {
    start();
    if (!best_.open) {
      run_mip({.model = model_, .rules = rules_, .original = identity(), .open = {}});
    } else {
      narrow();
    }
    return best_;
  }

 private:
  [[nodiscard]] std::vector<SiteColumn> identity() const {
    std::vector<SiteColumn> all;
    for (SiteColumn column = 0; column < model_.n_columns(); ++column) all.push_back(column);
    return all;
  }

  void start() {
    auto open = choose_greedily(model_, rules_);
    if (!open) return;
    take(interchange(model_, rules_, *open, signal_));
  }

  void take(std::vector<SiteColumn> open) {
    const double loss = loss_of(model_, open);
    if (loss >= best_.loss || !reaches_all(model_, open)) return;
    best_.loss = loss;
    best_.open = std::move(open);
  }

  void prove(double bound) { best_.bound = std::max(best_.bound, std::min(bound, best_.loss)); }

  /// A gap that is as good as was asked for.
  [[nodiscard]] double enough() const {
    return goal_.gap_frac * std::abs(goal_.total.value_or(0) - best_.loss);
  }

  /// Losses that are not whole and differ by less differ by round-off.
  [[nodiscard]] double tolerance() const {
    return kRoundOff * std::max(goal_.total.value_or(0), std::abs(best_.loss));
  }

  [[nodiscard]] bool is_done() const {
    const double gap = best_.loss - best_.bound;
    return gap <= std::max(enough(), model_.is_whole ? 0.0 : tolerance());
  }

  /// Bounds and restricts the model by turns, as each restriction makes the next bound cheaper and
  /// often better; then CBC.
  void narrow() {
    RestrictedModel left = {.model = model_, .rules = rules_, .original = identity(), .open = {}};
    for (int turn = 0; turn < kMostRestrictions; ++turn) {
      if (!has_incumbent(left)) break;
      auto result = bound_by_lagrangian(left.model, left.rules, incumbent_, options(), signal_);
      take(original_choice(left, result.open));
      prove(result.bound);
      if (is_done() || signal_.stop()) return;
      const std::size_t n_before = left.original.size();
      left = nest(left, restrict_model(left.model, left.rules, result.fixing));
      if (left.is_impossible) return prove(best_.loss);
      if (4 * left.original.size() > 3 * n_before) break;
    }
    run_mip(left);
  }

  [[nodiscard]] LagrangianOptions options() const { return {.tolerance = tolerance()}; }

  /// The best choice as one of a restricted model, if it is one.
  bool has_incumbent(const RestrictedModel& left) {
    incumbent_.clear();
    std::size_t n_found = left.open.size();
    for (SiteColumn column = 0; column < left.original.size(); ++column) {
      if (!std::ranges::binary_search(*best_.open, left.original[column])) continue;
      incumbent_.push_back(column);
      ++n_found;
    }
    const bool has_all = std::ranges::all_of(left.open, [&](SiteColumn column) {
      return std::ranges::binary_search(*best_.open, column);
    });
    return has_all && n_found == best_.open->size() && keeps_rules(left.rules, incumbent_) &&
           reaches_all(left.model, incumbent_);
  }

  static RestrictedModel nest(const RestrictedModel& outer, RestrictedModel inner) {
    for (SiteColumn& column : inner.original) column = outer.original[column];
    for (SiteColumn& column : inner.open) column = outer.original[column];
    inner.open.insert(inner.open.end(), outer.open.begin(), outer.open.end());
    return inner;
  }

  void run_mip(const RestrictedModel& left) {
    const LevelMip level = make_level_mip(left.model, left.rules);
    MipOptions options = {.step = model_.is_whole ? 1.0 : 0.0, .gap = best_.open ? enough() : 0};
    if (best_.open) {
      options.cutoff = best_.loss - (model_.is_whole ? 0.5 : tolerance());
    }
    const MipResult result = solve_mip(level.mip, options, signal_);
    if (result.has_solution()) {
      take(original_choice(left, read_open(result.values, level.open)));
    }
    if (result.status == MipStatus::kNone) {
      if (!best_.open) best_.bound = kInfinity;
      return prove(best_.loss);
    }
    const double bound = result.bound - cbc_allowance(result.bound);
    if (std::isfinite(bound)) prove(model_.is_whole ? std::ceil(bound) : bound);
    if (result.status == MipStatus::kSolved && is_within_tolerance()) prove(best_.loss);
  }

  /// CBC says that nothing is better; the rest is its tolerance.
  [[nodiscard]] bool is_within_tolerance() const {
    return !model_.is_whole && goal_.gap_frac == 0 &&
           best_.loss - best_.bound <= tolerance() + 2 * cbc_allowance(best_.loss);
  }

  const LossModel& model_;
  const ChoiceRules& rules_;
  SolveGoal goal_;
  const StopSignal& signal_;
  Solution best_;
  std::vector<SiteColumn> incumbent_;
};

/// As many of the dropped columns as the number of sites asks for, the first ones first.
std::vector<SiteColumn> fill_up(std::vector<SiteColumn> open, const ChoiceRules& rules) {
  for (SiteColumn column = 0; column < rules.n_columns() && open.size() < rules.at_least;
       ++column) {
    const auto at = std::ranges::lower_bound(open, column);
    if (at == open.end() || *at != column) open.insert(at, column);
  }
  return open;
}

}  // namespace

Solution solve_loss(const LossModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                    const StopSignal& signal) {
  const RestrictedModel small = drop_dominated(model, rules);
  Solution solution = LossSolver(small.model, small.rules, goal, signal).solve();
  if (solution.open) {
    solution.open = fill_up(original_choice(small, *solution.open), rules);
    solution.loss = loss_of(model, *solution.open);
    solution.bound = std::min(solution.bound, solution.loss);
  }
  return solution;
}

}  // namespace pahunch
