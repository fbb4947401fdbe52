#include "planner/siting/plans/forced_plan.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/branch_loss.h"
#include "planner/siting/check_answer.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/level_mip.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {
namespace {

/// The multipliers of the answer are nearly right for its neighbours too.
constexpr int kRoundsOfNeighbour = 100;
constexpr double kScaleOfNeighbour = 0.02;

/// Beyond them CBC is asked, which where rows have few levels is soon the faster one.
constexpr std::size_t kMostBranchedColumns = 200, kMostBranches = 300;

/// Larger than any loss.
constexpr double kAnyGap = 1e30;

class ForcedSolver {
 public:
  ForcedSolver(const SolvedPlan& plan, const Forcing& forcing, const StopSignal& signal)
      : plan_(plan), signal_(signal), left_(restrict(forcing)) {}

  ForcedPlan solve(const ForcedSearch& search) {
    if (left_.is_impossible) return {};
    if (std::isfinite(search.most_loss)) {
      enough_ = plan_.loss + search.most_loss;
      cut_ = enough_ + (plan_.model.is_whole ? 1 : 2 * plan_.tolerance);
      narrow();
      if (!is_done()) start(search.known);
    } else {
      start(search.known);
      narrow();
    }
    if (!is_done()) std::isinf(cut_) ? finish() : find_any();
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

  [[nodiscard]] bool is_done() const {
    return loss_ <= enough_ || loss_to_beat() - bound_ <= slack() || signal_.stop();
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
    RestrictedModel inner = restrict_model(left_.model, left_.rules, fixing);
    multipliers_ = values_left(inner, found.multipliers);
    left_ = nest(left_, std::move(inner));
    if (left_.is_impossible) prove(kInfinity);
  }

  /// What is left holds every choice that loses less than the one to beat.
  void finish() {
    const Solution solution = solve_loss(left_.model, left_.rules, {}, signal_);
    if (solution.open) take(original_choice(left_, *solution.open));
    prove(solution.bound);
  }

  /// Any choice of what is left that loses less than the one to beat.
  void find_any() {
    if (left_.rules.only_count() && left_.original.size() <= kMostBranchedColumns) branch();
    if (!is_done()) find_any_by_mip();
  }

  void branch() {
    auto found = branch_loss(left_, loss_to_beat(), multipliers_,
                             {.n_nodes = kMostBranches, .tolerance = slack()}, signal_);
    if (!found.open.empty()) take(std::move(found.open));
    prove(found.bound);
  }

  void find_any_by_mip() {
    const LevelMip level = make_level_mip(left_.model, left_.rules);
    const double step = plan_.model.is_whole ? 1 : 0;
    const MipResult result = solve_mip(
        level.mip,
        {.cutoff = loss_to_beat() - std::max(step / 2, slack()), .step = step, .gap = kAnyGap},
        signal_);
    if (result.has_solution()) take(original_choice(left_, read_open(result.values, level.open)));
    if (result.status == MipStatus::kNone) prove(kInfinity);
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
  std::vector<double> multipliers_ = {};  ///< by row of what is left
  std::optional<std::vector<SiteColumn>> open_;
  double loss_ = kInfinity, bound_ = -kInfinity;
  double enough_ = -kInfinity;  ///< who loses no more will do …
  double cut_ = kInfinity;      ///< … and who loses as much will not
};

}  // namespace

ForcedPlan solve_forced(const SolvedPlan& plan, const Forcing& forcing, const ForcedSearch& search,
                        const StopSignal& signal) {
  return ForcedSolver(plan, forcing, signal).solve(search);
}

}  // namespace pahunch
