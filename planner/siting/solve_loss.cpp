#include "planner/siting/solve_loss.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "planner/siting/branch_loss.h"
#include "planner/siting/dominance.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/level_mip.h"
#include "planner/siting/loss_relaxation.h"
#include "planner/siting/neighbourhood_search.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

constexpr int kMostRestrictions = 3;

/// Beyond them CBC is asked, and of fewer entries its programme is so small that it is faster.
constexpr std::size_t kMostBranchColumns = 1000, kMostNodes = 20'000;
constexpr std::size_t kFewLevelEntries = 3'000;

/// With fewer the search among some of them is that among all.
constexpr std::size_t kKernelColumns = 200;

/// With more, a few rounds of the Lagrangian relaxation pay before the linear one.
constexpr std::size_t kFewEntries = 20'000;
constexpr int kRoundsBefore = 100;

/// As long as the best among the columns that the linear relaxation opens is soon found.
constexpr int kMostKernelNodes = 200;

/// From the duals of the linear relaxation there is little to better.
constexpr int kRoundsOfPolish = 100;
constexpr double kScaleOfPolish = 0.02;

/// Those of the columns that a smaller model has, in its numbers.
std::vector<SiteColumn> columns_left(const RestrictedModel& small,
                                     const std::vector<SiteColumn>& columns) {
  std::vector<SiteColumn> left;
  for (const SiteColumn column : columns) {
    const auto at = std::ranges::lower_bound(small.original, column);
    if (at == small.original.end() || *at != column) continue;
    left.push_back(static_cast<SiteColumn>(at - small.original.begin()));
  }
  return left;
}

class LossSolver {
 public:
  LossSolver(const LossModel& model, const ChoiceRules& rules, SolveGoal goal,
             const StopSignal& signal)
      : model_(model), rules_(rules), goal_(std::move(goal)), signal_(signal) {
    best_.bound = -kInfinity;
    best_.loss = kInfinity;
    if (model.is_whole) goal_.cutoff = std::ceil(goal_.cutoff);
  }

  Solution solve() {
    start();
    if (is_done()) return best_;
    if (!best_.open) {
      run_mip(unrestricted(model_, rules_));
    } else {
      narrow();
    }
    return best_;
  }

 private:
  void start() {
    if (std::isinf(goal_.cutoff) || goal_.start.empty()) start_from({});
    if (!goal_.start.empty()) start_from(goal_.start);
  }

  void start_from(const std::vector<SiteColumn>& first) {
    const auto open = choose_greedily(model_, rules_, first);
    if (open) take(interchange(model_, rules_, *open, signal_));
  }

  /// Those columns that the linear relaxation opens most, as far as the rules let, as a start.
  void round_up(const RestrictedModel& left, const std::vector<double>& openness) {
    std::vector<SiteColumn> order(openness.size());
    std::iota(order.begin(), order.end(), SiteColumn{0});
    std::ranges::stable_sort(order,
                             [&](SiteColumn a, SiteColumn b) { return openness[a] > openness[b]; });
    RuleTracker tracker(left.rules);
    std::vector<SiteColumn> open;
    for (const SiteColumn column : order) {
      if (!tracker.can_add(column)) continue;
      tracker.add(column);
      open.push_back(column);
    }
    if (open.empty() || !tracker.is_complete()) return;
    take(original_choice(left, interchange(left.model, left.rules, open, signal_)));
  }

  /// From the best choice, as far as it is among what is left.
  void search_around(const RestrictedModel& left) {
    const auto open = columns_left(left, *best_.open);
    if (!keeps_rules(left.rules, open)) return;
    take(original_choice(left, search_neighbourhoods(left.model, left.rules, open,
                                                     affordable_tries(left.model), signal_)));
  }

  /// The best choice among the columns that the linear relaxation opens at all: near the best of
  /// all, and found fast as they are few (a kernel search; Angelelli, Mansini, Speranza 2010).
  /// True: it is better than the best so far.
  bool search_kernel(const RestrictedModel& left) {
    if (openness_.empty() || left.original.size() <= kKernelColumns) return false;
    constexpr double kOpenAtAll = 1e-6;
    Fixing fixing(left.model);
    for (SiteColumn column = 0; column < left.original.size(); ++column) {
      const SiteColumn original = left.original[column];
      const bool is_in =
          openness_[original] > kOpenAtAll || std::ranges::binary_search(*best_.open, original);
      if (!is_in) fixing.columns[column] = ColumnState::kClosed;
    }
    const RestrictedModel kernel = nest(left, restrict_model(left.model, left.rules, fixing));
    if (kernel.is_impossible) return false;
    const double before = best_.loss;
    search_around(kernel);
    MipOptions options = mip_options();
    options.n_nodes = kMostKernelNodes;
    ask_cbc(kernel, options);
    return best_.loss < before;
  }

  MipResult ask_cbc(const RestrictedModel& left, const MipOptions& options) {
    const LevelMip level = make_level_mip(left.model, left.rules);
    MipResult result = solve_mip(level.mip, options, signal_);
    if (result.has_solution()) {
      take(original_choice(left, read_open(result.values, level.open)));
    }
    return result;
  }

  /// For choices that are better than the best so far.
  [[nodiscard]] MipOptions mip_options() const {
    return {.cutoff = loss_to_beat() - (model_.is_whole ? 0.5 : tolerance()),
            .step = model_.is_whole ? 1.0 : 0.0,
            .gap = enough()};
  }

  /// Only choices that lose less are of interest.
  [[nodiscard]] double loss_to_beat() const { return std::min(best_.loss, goal_.cutoff); }

  void take(std::vector<SiteColumn> open) {
    const double loss = loss_of(model_, open);
    if (loss >= best_.loss || !reaches_all(model_, open)) return;
    best_.loss = loss;
    best_.open = std::move(open);
  }

  void prove(double bound) { best_.bound = std::max(best_.bound, std::min(bound, loss_to_beat())); }

  /// A gap that is as good as was asked for.
  [[nodiscard]] double enough() const {
    return best_.open ? goal_.gap_frac * std::abs(goal_.total.value_or(0) - best_.loss) : 0;
  }

  /// Losses that are not whole and differ by less differ by round-off.
  [[nodiscard]] double tolerance() const {
    const double loss = best_.open ? std::abs(best_.loss) : 0;
    return kRoundOff * std::max({goal_.total.value_or(0), goal_.scale, loss});
  }

  [[nodiscard]] bool is_done() const {
    if (goal_.is_any_enough && best_.loss < goal_.cutoff) return true;
    const double gap = loss_to_beat() - best_.bound;
    return gap <= std::max(enough(), model_.is_whole ? 0.0 : tolerance());
  }

  void narrow() {
    RestrictedModel left = unrestricted(model_, rules_);
    if (is_settled_by_bounds(left)) return;
    if (!run_branching(left)) run_mip(left);
  }

  /// Bounds and restricts the model by turns, as each restriction makes the next bound cheaper and
  /// often better.
  bool is_settled_by_bounds(RestrictedModel& left) {
    LagrangianOptions options = {.tolerance = tolerance(), .enough = enough()};
    LagrangianStart start = {.open = *best_.open};
    if (has_one_level(model_)) {
      if (model_.entries.size() > kFewEntries) {
        LagrangianOptions first = options;
        if (goal_.gap_frac == 0) first.n_rounds = kRoundsBefore;  // else it may well reach the gap
        bound_and_restrict(left, start, first);
        start.open.clear();  // its columns are not those of what is left
        if (is_settled(left)) return true;
      }
      relax(left, options);
    }
    for (int turn = 0; turn < kMostRestrictions; ++turn) {
      const std::size_t n_before = left.original.size();
      bound_and_restrict(left, start, options);
      start.open.clear();
      if (is_settled(left)) return true;
      if (turn == 0 && search_kernel(left)) continue;
      if (4 * left.original.size() > 3 * n_before) break;
    }
    return false;
  }

  bool is_settled(const RestrictedModel& left) {
    if (left.is_impossible) prove(kInfinity);
    return is_done() || signal_.stop();
  }

  /// What the linear relaxation of what is left says: multipliers, which need little bettering, and
  /// choices.
  void relax(const RestrictedModel& left, LagrangianOptions& options) {
    if (signal_.stop()) return;
    const LossRelaxation relaxed = relax_loss(left.model, left.rules, signal_);
    if (relaxed.multipliers.empty()) return;
    multipliers_ = relaxed.multipliers;
    options.n_rounds = kRoundsOfPolish;
    options.first_scale = kScaleOfPolish;
    round_up(left, relaxed.openness);
    openness_.assign(model_.n_columns(), 0);
    for (std::size_t at = 0; at < left.original.size(); ++at) {
      openness_[left.original[at]] = relaxed.openness[at];
    }
  }

  void bound_and_restrict(RestrictedModel& left, LagrangianStart start,
                          const LagrangianOptions& options) {
    start.loss_to_beat = loss_to_beat();
    start.multipliers = multipliers_;
    const auto found = bound_by_lagrangian(left.model, left.rules, start, options, signal_);
    if (!found.open.empty()) take(original_choice(left, found.open));
    prove(found.bound);
    RestrictedModel inner = restrict_model(left.model, left.rules, found.fixing);
    multipliers_ = values_left(inner, found.multipliers);
    left = nest(left, std::move(inner));
  }

  /// The rest by our own search where that is the faster one; false: it is not finished. Where each
  /// row has one loss, as in covering, the programme is small and CBC's cuts close it at once.
  bool run_branching(const RestrictedModel& left) {
    if (has_one_level(left.model)) return false;
    if (left.model.entries.size() < kFewLevelEntries) return false;
    if (!left.rules.only_count() || left.original.size() > kMostBranchColumns) return false;
    auto found = branch_loss(left, loss_to_beat(), multipliers_,
                             {.n_nodes = kMostNodes, .tolerance = tolerance()}, signal_);
    if (!found.open.empty()) take(std::move(found.open));
    prove(found.bound);
    return is_done() || signal_.stop();
  }

  void run_mip(const RestrictedModel& left) {
    const MipResult result = ask_cbc(left, mip_options());
    if (result.status == MipStatus::kNone) {
      if (!best_.open && std::isinf(goal_.cutoff)) best_.bound = kInfinity;
      return prove(kInfinity);
    }
    const double bound = result.safe_bound();
    if (std::isfinite(bound)) prove(model_.is_whole ? std::ceil(bound) : bound);
    if (result.status == MipStatus::kSolved && is_within_tolerance()) prove(kInfinity);
  }

  /// CBC says that nothing is better; the rest is its tolerance.
  [[nodiscard]] bool is_within_tolerance() const {
    return !model_.is_whole && goal_.gap_frac == 0 &&
           loss_to_beat() - best_.bound <= tolerance() + 2 * cbc_allowance(best_.loss);
  }

  const LossModel& model_;
  const ChoiceRules& rules_;
  SolveGoal goal_;
  const StopSignal& signal_;
  Solution best_;
  std::vector<double> multipliers_;  ///< by row of what is left; empty: none yet
  std::vector<double> openness_;     ///< by column, of the linear relaxation; empty: none
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
  SolveGoal small_goal = goal;
  small_goal.start = columns_left(small, goal.start);
  Solution solution = LossSolver(small.model, small.rules, small_goal, signal).solve();
  if (solution.open) {
    solution.open = fill_up(original_choice(small, *solution.open), rules);
    solution.loss = loss_of(model, *solution.open);
    solution.bound = std::min(solution.bound, solution.loss);
  }
  return solution;
}

}  // namespace pahunch
