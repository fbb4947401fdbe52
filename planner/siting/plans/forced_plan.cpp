#include "planner/siting/plans/forced_plan.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/branch_loss.h"
#include "planner/siting/check_answer.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/round_off.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {
namespace {

/// The multipliers of the answer are nearly right for its neighbours too.
constexpr int kRoundsOfNeighbour = 100;
constexpr double kScaleOfNeighbour = 0.02;

class ForcedSolver {
 public:
  ForcedSolver(const SolvedPlan& plan, const Forcing& forcing, const StopSignal& signal)
      : plan_(plan), signal_(signal), left_(restrict(forcing)) {}

  ForcedPlan solve(const ForcedSearch& search) {
    if (left_.is_impossible) return {};
    if (std::isinf(search.most_loss)) {
      start(search.known);
    } else {
      cut_ = plan_.loss + search.most_loss + (plan_.model.is_whole ? 1 : 2 * plan_.tolerance);
    }
    narrow();
    if (loss_to_beat() - bound_ > slack() && !signal_.stop()) finish();
    if (loss_ - bound_ <= slack()) bound_ = loss_;
    return make();
  }

 private:
  [[nodiscard]] RestrictedModel restrict(const Forcing& forcing) const {
    Fixing fixing(plan_.model);
    for (const SiteColumn column : forcing.in) fixing.columns[column] = ColumnState::kOpen;
    for (const SiteColumn column : forcing.out) fixing.columns[column] = ColumnState::kClosed;
    return restrict_model(plan_.model, plan_.rules, fixing);
  }

  /// Losses that differ by no more are the same.
  [[nodiscard]] double slack() const {
    if (plan_.model.is_whole || std::isinf(loss_)) return 0;
    return std::max(plan_.tolerance, kRoundOff * std::abs(loss_));
  }

  /// A first choice, from the known one or a greedy one, bettered by interchange.
  void start(const std::vector<SiteColumn>& known) {
    std::optional<std::vector<SiteColumn>> open;
    if (known.empty()) {
      open = choose_greedily(left_.model, left_.rules);
    } else {
      take(known);
      open.emplace();
      for (const SiteColumn column : known) {
        const auto at = std::ranges::lower_bound(left_.original, column);
        if (at == left_.original.end() || *at != column) continue;
        open->push_back(static_cast<SiteColumn>(at - left_.original.begin()));
      }
    }
    if (open) take(original_choice(left_, interchange(left_.model, left_.rules, *open, signal_)));
  }

  void take(std::vector<SiteColumn> open) {
    const double loss = loss_of(plan_.model, open);
    if (loss >= loss_ || !reaches_all(plan_.model, open)) return;
    loss_ = loss;
    open_ = std::move(open);
  }

  /// Only choices that lose less are looked for.
  [[nodiscard]] double loss_to_beat() const { return std::min(loss_, cut_); }

  void prove(double bound) { bound_ = std::max(bound_, std::min(bound, loss_to_beat())); }

  /// Bounds what is left and takes out what no better choice has. Rows keep their length, so that
  /// the last resorts of what is left are true losses.
  void narrow() {
    prove(plan_.bound);
    if (std::isinf(loss_to_beat())) return;
    const auto found = bound_by_lagrangian(
        left_.model, left_.rules,
        {.loss_to_beat = loss_to_beat(), .multipliers = values_left(left_, plan_.multipliers)},
        {.n_rounds = kRoundsOfNeighbour, .first_scale = kScaleOfNeighbour, .tolerance = slack()},
        signal_);
    if (!found.open.empty()) take(original_choice(left_, found.open));
    prove(found.bound);
    Fixing fixing(left_.model);
    fixing.columns = found.fixing.columns;
    left_ = nest(left_, restrict_model(left_.model, left_.rules, fixing));
    if (left_.is_impossible) prove(kInfinity);
  }

  /// What is left holds every choice that loses less than the one to beat.
  void finish() {
    const Solution solution = solve_loss(left_.model, left_.rules, {}, signal_);
    if (solution.open) take(original_choice(left_, *solution.open));
    prove(solution.bound);
  }

  ForcedPlan make() {
    ForcedPlan made = {.bound = plan_.objective_of(bound_), .least_loss = bound_ - plan_.loss};
    if (!open_) return made;
    made.sites = plan_.sites_of(*open_);
    made.objective = plan_.objective_of(loss_);
    made.loss = loss_ - plan_.loss;
    made.open = std::move(open_);
    check(made);
    return made;
  }

  void check(const ForcedPlan& made) const {
    SitingAnswer answer;
    answer.sites = made.sites;
    answer.objective = made.objective;
    answer.bound = made.bound;
    check_answer(plan_.of.problem, plan_.of.rules, plan_.of.objective, answer);
  }

  const SolvedPlan& plan_;
  const StopSignal& signal_;
  RestrictedModel left_;
  std::optional<std::vector<SiteColumn>> open_;
  double loss_ = kInfinity, bound_ = -kInfinity;
  double cut_ = kInfinity;  ///< who loses as much is of no interest
};

}  // namespace

ForcedPlan solve_forced(const SolvedPlan& plan, const Forcing& forcing, const ForcedSearch& search,
                        const StopSignal& signal) {
  return ForcedSolver(plan, forcing, signal).solve(search);
}

}  // namespace pahunch
