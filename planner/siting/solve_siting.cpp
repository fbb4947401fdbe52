#include "planner/siting/solve_siting.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/dominance.h"
#include "planner/siting/equity/solve_worst_share.h"
#include "planner/siting/finish_answer.h"
#include "planner/siting/greedy.h"
#include "planner/siting/loss_model.h"
#include "planner/siting/solve_capacitated.h"
#include "planner/siting/solve_cover.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {
namespace {

class SitingSolver {
 public:
  SitingSolver(const SitingProblem& problem, const SitingRules& rules,
               const SitingObjective& objective, const SolveLimits& limits)
      : problem_(problem),
        rules_(rules),
        objective_(objective),
        goal_{.gap_frac = limits.gap},
        start_(limits.start),
        signal_(limits.time_s, limits.should_stop) {}

  [[nodiscard]] const StopSignal& signal() const { return signal_; }

  SitingAnswer solve() {
    answer_.size.n_points = problem_.weights.size();
    answer_.size.n_pairs = problem_.reach.n_pairs();
    if (is_infeasible(find_rule_conflict(problem_, rules_, signal_))) return answer_;
    if (is_infeasible(find_reach_conflict(problem_, rules_, objective_))) return answer_;
    choice_ = make_choice_rules(problem_, rules_);
    answer_.size.n_columns = answer_.size.n_undominated = choice_.n_columns();
    dispatch();
    return std::move(answer_);
  }

 private:
  bool is_infeasible(std::optional<Infeasibility> found) {
    if (!found) return false;
    answer_.status = AnswerStatus::kInfeasible;
    answer_.infeasible = std::move(found);
    return true;
  }

  void dispatch() {
    switch (objective_.kind) {
      case ObjectiveKind::kSetCover:
        return solve_fewest();
      case ObjectiveKind::kBackup:
        return solve_twice();
      case ObjectiveKind::kCentre:
        is_whole_ = true;  // one of the costs, compared and never summed
        return finish(solve_centre(problem_, choice_, objective_.limit, signal_));
      case ObjectiveKind::kCapacitated:
      case ObjectiveKind::kRoomCover:
        return solve_with_capacities();
      case ObjectiveKind::kWorstShare: {
        goal_.start = columns_of(choice_, start_);
        const auto found = solve_worst_share(problem_, choice_, objective_, goal_, signal_);
        is_whole_ = found.is_whole;
        answer_.size.n_rows = found.n_rows;
        return finish(found.solution);
      }
      default:
        return solve_nearest();
    }
  }

  void solve_with_capacities() {
    if (objective_.is_maximum()) {
      total_ = static_cast<double>(problem_.total_weight());
      goal_.total = total_;
      answer_.locked_objective = cover_with_locked(problem_, objective_, signal_);
    }
    CapacitatedSolution found = solve_capacitated(problem_, choice_, objective_, goal_, signal_);
    is_whole_ = found.is_whole;
    answer_.size.n_rows = found.n_rows;
    answer_.shares = std::move(found.shares);
    finish(found.solution);
  }

  void solve_nearest() {
    const LossModel model = make_loss_model(problem_, objective_, choice_);
    answer_.size.n_rows = model.n_rows();
    answer_.size.n_undominated = drop_dominated(model, choice_).original.size();
    if (objective_.kind != ObjectiveKind::kFacility) {
      answer_.greedy_guarantee = greedy_guarantee(choice_);
    }
    is_whole_ = model.is_whole;
    if (objective_.is_maximum()) {
      total_ = static_cast<double>(problem_.total_weight());
      goal_.total = total_;
      answer_.locked_objective = total_ - loss_of(model, {});
    }
    goal_.start = columns_of(choice_, start_);
    finish(solve_loss(model, choice_, goal_, signal_));
  }

  void solve_fewest() {
    const CoverModel model = make_cover_model(problem_, choice_, objective_.limit, 1);
    answer_.size.n_rows = model.rows.size();
    const auto n_locked = static_cast<double>(problem_.with_status(SiteStatus::kLocked).size());
    is_whole_ = true;
    Solution solution = solve_set_cover(
        model, choice_, target_weight(objective_.target, problem_.total_weight()), signal_);
    solution.loss += n_locked;
    solution.bound += n_locked;
    finish(solution);
  }

  void solve_twice() {
    const CoverModel model = make_cover_model(problem_, choice_, objective_.limit, 2);
    answer_.size.n_rows = model.rows.size();
    answer_.locked_objective = static_cast<double>(model.covered);
    total_ = static_cast<double>(problem_.total_weight() - model.beyond);
    is_whole_ = true;
    finish(solve_backup(model, choice_, goal_, signal_));
  }

  /// Turns what was found of the minimum into the answer, and checks it.
  void finish(const Solution& solution) {
    if (!solution.open) return finish_without(solution);
    finish_answer({.problem = problem_,
                   .rules = rules_,
                   .objective = objective_,
                   .choice = choice_,
                   .total = total_,
                   .is_whole = is_whole_,
                   .gap_frac = goal_.gap_frac},
                  solution, signal_, answer_);
  }

  void finish_without(const Solution& solution) {
    if (solution.bound == std::numeric_limits<double>::infinity()) {
      is_infeasible(tell_no_choice(objective_));
    }
  }

  const SitingProblem& problem_;
  const SitingRules& rules_;
  const SitingObjective& objective_;
  SolveGoal goal_;
  const std::vector<SiteIdx>& start_;
  StopSignal signal_;
  ChoiceRules choice_;
  SitingAnswer answer_;
  double total_ = 0;  ///< of a maximum: what nothing lost would come to
  bool is_whole_ = false;
};

}  // namespace

SitingAnswer solve_unexplained(const SitingProblem& problem, const SitingRules& rules,
                               const SitingObjective& objective, const SolveLimits& limits) {
  return SitingSolver(problem, rules, objective, limits).solve();
}

SitingAnswer solve_siting(const SitingProblem& problem, const SitingRules& rules,
                          const SitingObjective& objective, const SolveLimits& limits) {
  check_problem(problem);
  check_objective(objective);
  SitingSolver solver(problem, rules, objective, limits);
  SitingAnswer answer = solver.solve();
  if (answer.infeasible) {
    add_relaxations(problem, rules, objective, solver.signal(), *answer.infeasible);
  }
  return answer;
}

}  // namespace pahunch
