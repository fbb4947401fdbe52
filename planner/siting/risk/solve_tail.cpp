#include "planner/siting/risk/solve_tail.h"

#include <algorithm>
#include <cmath>

#include "geo/base/error.h"
#include "planner/siting/check_answer.h"
#include "planner/siting/risk/expected_cover.h"
#include "planner/siting/risk/tail_interchange.h"
#include "planner/siting/risk/tail_mip.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

/// Of the time and of the objective: the expected cover is where the search begins, no more.
constexpr double kStartShare = 0.25, kStartGap = 0.005;

class TailSolver {
 public:
  TailSolver(const SitingProblem& problem, const ReachDraws& draws, const SitingRules& rules,
             const TailGoal& goal, const SolveLimits& limits)
      : problem_(problem),
        draws_(draws),
        rules_(rules),
        goal_(goal),
        limits_(limits),
        signal_(limits.time_s, limits.should_stop) {}

  TailChoice solve() {
    found_.infeasible = find_rule_conflict(problem_, rules_, signal_);
    if (found_.infeasible) {
      found_.status = AnswerStatus::kInfeasible;
      return std::move(found_);
    }
    choice_ = make_choice_rules(problem_, rules_);
    model_ = make_draw_model(problem_, draws_, choice_);
    found_.size = {.n_points = problem_.weights.size(),
                   .n_pairs = problem_.reach.n_pairs(),
                   .n_rows = model_.rows.size(),
                   .n_columns = model_.n_columns,
                   .n_undominated = model_.n_columns};
    start();
    if (!open_ || gap() > enough()) run_mip();
    if (open_) finish(*open_);
    return std::move(found_);
  }

 private:
  void start() {
    SolveLimits limits = {
        .gap = kStartGap, .should_stop = limits_.should_stop, .start = limits_.start};
    if (limits_.time_s) limits.time_s = *limits_.time_s * kStartShare;
    const ExpectedCover mean = solve_expected_cover(problem_, draws_, rules_, limits);
    if (!mean.answer.has_sites()) return;
    const auto n_draws = static_cast<std::int64_t>(draws_.n_draws());
    bound_by_mean(model_.total * n_draws - static_cast<std::int64_t>(std::ceil(mean.bound_sum)));
    const auto column_of = columns_by_site(problem_, choice_);
    std::vector<SiteColumn> open;
    for (const SiteIdx at : mean.answer.sites) {
      if (column_of[at.value()] != kNoColumn) open.push_back(column_of[at.value()]);
    }
    take(better_tail(model_, choice_, open, goal_.n_tail, signal_));
  }

  /// All draws together lose no less than `least`: the n worst no less than their share, rounded
  /// up.
  void bound_by_mean(std::int64_t least) {
    const auto n_draws = static_cast<std::int64_t>(draws_.n_draws());
    const auto n_tail = static_cast<std::int64_t>(goal_.n_tail);
    const std::int64_t rest = least % n_draws * n_tail;
    prove(least / n_draws * n_tail + (rest + n_draws - 1) / n_draws);
  }

  void run_mip() {
    const TailMip made = make_tail_mip(model_, choice_, goal_.n_tail);
    MipOptions options = {.step = 1};
    if (open_) {
      options.cutoff = static_cast<double>(loss_) - 0.5;
      options.gap = enough();
    }
    const MipResult result = solve_mip(made.mip, options, signal_);
    if (result.has_solution()) {
      auto open = read_open(result.values, made.open);
      if (keeps_rules(choice_, open)) take(std::move(open));
    }
    is_searched_ = result.status == MipStatus::kNone ||
                   (result.status == MipStatus::kSolved && options.gap == 0);
    const double bound = result.safe_bound();
    if (open_ && std::isfinite(bound)) prove(static_cast<std::int64_t>(std::ceil(bound)));
  }

  void take(std::vector<SiteColumn> open) {
    DrawLosses losses(model_);
    for (const SiteColumn column : open) losses.open(column);
    const std::int64_t loss = losses.tail(goal_.n_tail);
    if (open_ && loss >= loss_) return;
    open_ = std::move(open);
    loss_ = loss;
  }

  void prove(std::int64_t bound) { bound_ = std::max(bound_, bound); }

  [[nodiscard]] double gap() const { return static_cast<double>(loss_ - bound_); }

  [[nodiscard]] double enough() const {
    const std::int64_t all = model_.total * static_cast<std::int64_t>(goal_.n_tail);
    return limits_.gap * static_cast<double>(goal_.of_covered ? all - loss_ : loss_);
  }

  [[nodiscard]] AnswerStatus status() const {
    const auto left = static_cast<double>(found_.loss_sum - found_.bound_sum);
    const double allowance = std::floor(0.5 + cbc_allowance(static_cast<double>(found_.loss_sum)));
    if (left == 0 || (is_searched_ && left <= allowance)) return AnswerStatus::kProven;
    if (left <= enough()) return AnswerStatus::kWithinGap;
    return unfinished_status(signal_.reason());
  }

  void finish(const std::vector<SiteColumn>& open) {
    found_.sites = problem_.with_status(SiteStatus::kLocked);
    for (const SiteColumn column : open) found_.sites.push_back(choice_.sites[column]);
    std::ranges::sort(found_.sites, {}, [&](SiteIdx at) { return problem_.sites[at].id; });
    found_.losses = covered_by_draw(problem_, draws_, found_.sites);
    for (std::int64_t& covered : found_.losses) covered = model_.total - covered;
    auto losses = found_.losses;
    found_.loss_sum = sum_largest(losses, goal_.n_tail);
    const auto broken = find_broken_rule(problem_, rules_, found_.sites);
    if (broken || found_.loss_sum != loss_) {
      throw InvariantError({.what = "the answer for the worst draws fails its own check: " +
                                    broken.value_or("its losses are others"),
                            .why = "rules and losses are counted again draw by draw",
                            .hint = "this is a mistake of the program; please report it"});
    }
    found_.bound_sum = std::min(bound_, loss_);
    found_.status = status();
  }

  const SitingProblem& problem_;
  const ReachDraws& draws_;
  const SitingRules& rules_;
  TailGoal goal_;
  const SolveLimits& limits_;
  StopSignal signal_;
  ChoiceRules choice_;
  DrawModel model_;
  TailChoice found_;
  std::optional<std::vector<SiteColumn>> open_;
  std::int64_t loss_ = 0, bound_ = 0;
  bool is_searched_ = false;  ///< CBC came to its end
};

}  // namespace

TailChoice solve_tail(const SitingProblem& problem, const ReachDraws& draws,
                      const SitingRules& rules, const TailGoal& goal, const SolveLimits& limits) {
  check_draws(problem, draws);
  return TailSolver(problem, draws, rules, goal, limits).solve();
}

}  // namespace pahunch
