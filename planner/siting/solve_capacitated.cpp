#include "planner/siting/solve_capacitated.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/capacitated_bound.h"
#include "planner/siting/capacitated_mip.h"
#include "planner/siting/capacitated_search.h"
#include "planner/siting/give_rows.h"
#include "planner/siting/nearest_loads.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

/// With more given whole, the best sites in parts are taken: what is split is little.
constexpr std::size_t kFewWholeRows = 1'000;

/// With more, CBC would not come to an end.
constexpr std::size_t kMostPairs = 100'000, kMostNearestPairs = 30'000;

class CapacitatedSolver {
 public:
  CapacitatedSolver(const CapacitatedModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                    const StopSignal& signal)
      : model_(model), rules_(rules), goal_(goal), signal_(signal), fixing_(model) {}

  /// `free`: the same without capacities.
  void solve(const LossModel& free) {
    if (model_.giving == Giving::kWhole) {
      take(search_capacitated(model_, rules_, free, signal_));
    } else {
      relax(free);
    }
    if (is_found_ && !is_over()) bound_by_knapsacks();
    if (!is_over()) run_mip();
  }

  [[nodiscard]] Solution solution() const {
    Solution solution = {.loss = loss(), .bound = bound_, .is_too_large = is_too_large_};
    if (is_found_) solution.open = best_.open;
    return solution;
  }
  /// Without parts where nothing was found.
  [[nodiscard]] const CapacitatedChoice& best() const { return best_; }

 private:
  [[nodiscard]] double loss() const { return is_found_ ? best_.cost : kInfinity; }
  void prove(double bound) { bound_ = std::max(bound_, std::min(bound, loss())); }
  [[nodiscard]] double tolerance() const {
    return model_.is_whole || !is_found_ ? 0
                                         : kRoundOff * std::max(loss(), goal_.total.value_or(0));
  }
  [[nodiscard]] double enough() const {
    return is_found_ ? goal_.gap_frac * std::abs(goal_.total.value_or(0) - loss()) : 0;
  }
  [[nodiscard]] bool is_over() const {
    const bool is_done = is_found_ && loss() - bound_ <= std::max(tolerance(), enough());
    return is_done || bound_ == kInfinity || signal_.stop();
  }

  void take(std::optional<CapacitatedChoice> choice) {
    if (!choice || choice->cost >= loss()) return;
    best_ = std::move(*choice);
    is_found_ = true;
  }

  void bound_by_knapsacks() {
    auto result = bound_capacitated(model_, rules_, best_, signal_);
    take(std::move(result.choice));
    fixing_ = std::move(result.fixing);
    prove(result.bound);
  }

  void relax(const LossModel& free) {
    const Solution found =
        solve_loss(free, rules_, {.gap_frac = goal_.gap_frac, .total = goal_.total}, signal_);
    if (found.open) take(make_room(model_, rules_, *found.open));
    prove(found.bound);
    const bool is_left = found.open && !is_over() && model_.giving == Giving::kNearest;
    if (is_left) take(search_nearest(model_, rules_, *found.open, signal_));
  }

  void run_mip() {
    const bool is_nearest = model_.giving == Giving::kNearest;
    if (n_pairs_left() > (is_nearest ? kMostNearestPairs : kMostPairs)) {
      is_too_large_ = true;
      return;
    }
    const CapacitatedMip made = make_capacitated_mip(model_, rules_, fixing_);
    if (made.has_lone_row()) return prove(kInfinity);
    MipOptions options = {.step = model_.is_whole ? 1.0 : 0.0};
    if (is_found_) {
      options.cutoff = loss() - (model_.is_whole ? 0.5 : tolerance());
      options.gap = enough();
    }
    const MipResult result = solve_mip(made.mip, options, signal_);
    if (result.has_solution()) take(read(made, result.values));
    if (result.status == MipStatus::kNone) return prove(kInfinity);
    const double safe = result.safe_bound();
    if (std::isfinite(safe)) prove(model_.is_whole ? std::ceil(safe) : safe);
    const bool is_round_off =
        is_found_ && loss() - bound_ <= tolerance() + 2 * cbc_allowance(loss());
    if (result.status == MipStatus::kSolved && is_round_off) prove(loss());
  }

  [[nodiscard]] std::size_t n_pairs_left() const {
    std::size_t n = 0;
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      for (std::size_t i = 0; i < model_.rows[row].size(); ++i) {
        n += fixing_.allows(model_, row, i) ? 1U : 0U;
      }
    }
    return n;
  }

  [[nodiscard]] std::optional<CapacitatedChoice> read(const CapacitatedMip& made,
                                                      const std::vector<double>& values) const {
    std::vector<SiteColumn> open = read_open(values, made.open);
    if (!keeps_rules(rules_, open)) return std::nullopt;
    if (model_.giving != Giving::kWhole) return give_rows(model_, open);
    SlotByRow assignment;
    for (const auto& given : made.given) {
      const auto most = std::ranges::max_element(given, {}, [&](const auto& item) {
        return values[static_cast<std::size_t>(item.first)];
      });
      assignment.push_back(most->second);
    }
    if (fits(assignment)) return make_whole_choice(model_, std::move(open), assignment);
    return give_rows(model_, open);
  }

  /// CBC's tolerances may round to more than there is room for.
  [[nodiscard]] bool fits(const SlotByRow& assignment) const {
    std::vector<std::int64_t> room = model_.capacities;
    for (std::size_t row = 0; row < assignment.size(); ++row) {
      if ((room[assignment[row]] -= model_.loads[row]) < 0) return false;
    }
    return true;
  }

  const CapacitatedModel& model_;
  const ChoiceRules& rules_;
  const SolveGoal& goal_;
  const StopSignal& signal_;
  PairFixing fixing_;
  CapacitatedChoice best_;
  bool is_found_ = false;
  bool is_too_large_ = false;
  double bound_ = 0;
};

/// The best without capacities is no worse than any with them.
LossModel make_free_losses(const SitingProblem& problem, const ChoiceRules& rules,
                           SitingObjective objective) {
  objective.kind =
      objective.kind == ObjectiveKind::kRoomCover ? ObjectiveKind::kCover : ObjectiveKind::kMedian;
  return make_loss_model(problem, objective, rules);
}

/// Points given whole at the best sites in parts, with the bound of these, as parts cost no more.
CapacitatedSolution solve_by_parts(const SitingProblem& problem, const ChoiceRules& rules,
                                   const SitingObjective& objective, const SolveGoal& goal,
                                   const StopSignal& signal) {
  SitingObjective in_parts = objective;
  in_parts.giving = Giving::kSplit;
  const CapacitatedSolution parts = solve_capacitated(problem, rules, in_parts, goal, signal);
  const CapacitatedModel model = make_capacitated_model(problem, rules, objective);
  CapacitatedSolution found = {
      .solution = {.loss = kInfinity, .bound = parts.solution.bound, .is_too_large = true},
      .shares = {},
      .is_whole = model.is_whole,
      .n_rows = model.n_rows()};
  if (!parts.solution.open) return found;
  const auto choice = make_room(model, rules, *parts.solution.open);
  if (!choice) return found;
  found.solution = {.open = choice->open,
                    .loss = choice->cost,
                    .bound = std::min(parts.solution.bound, choice->cost),
                    .is_too_large = true};
  found.shares = list_shares(problem, model, *choice);
  return found;
}

}  // namespace

CapacitatedSolution solve_capacitated(const SitingProblem& problem, const ChoiceRules& rules,
                                      const SitingObjective& objective, const SolveGoal& goal,
                                      const StopSignal& signal) {
  const CapacitatedModel model = make_capacitated_model(problem, rules, objective);
  const bool is_large = objective.giving == Giving::kWhole && model.n_rows() > kFewWholeRows;
  if (is_large) return solve_by_parts(problem, rules, objective, goal, signal);
  CapacitatedSolver solver(model, rules, goal, signal);
  solver.solve(make_free_losses(problem, rules, objective));
  return {.solution = solver.solution(),
          .shares = list_shares(problem, model, solver.best()),
          .is_whole = model.is_whole,
          .n_rows = model.n_rows()};
}

double cover_with_locked(const SitingProblem& problem, const SitingObjective& objective,
                         const StopSignal& signal) {
  const ChoiceRules none = make_choice_rules(problem, {.n_new = 0});
  const auto found = solve_capacitated(problem, none, objective, {}, signal);
  if (!found.solution.open) return 0;
  return static_cast<double>(problem.total_weight()) - found.solution.loss;
}

}  // namespace pahunch
