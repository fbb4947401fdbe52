#include <algorithm>
#include <cmath>

#include "planner/siting/equity/nearest_costs.h"
#include "planner/siting/equity/second_criterion.h"
#include "planner/siting/equity/two_losses.h"
#include "planner/siting/interchange.h"
#include "planner/siting/lagrangian.h"
#include "planner/siting/plans/relaxed_loss.h"
#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

constexpr int kMostLines = 6;  ///< new ones for one limit of the mean

/// A line below the front: what is lost, plus a rate times the sum of costs, is no less than this
/// for any choice, for those with a column, and for those without it.
struct FrontLine {
  double rate = 0, least = 0;
  std::vector<double> with, without;
};

struct KnownPlan {
  std::vector<SiteColumn> open;
  double lost = 0, sum = 0;
};

/// Lagrangian relaxation of "the sum of costs is at most so much": for each rate a median with
/// losses of covering and costs together, bounded by its own Lagrangian relaxation, whose line
/// holds for every limit of the sum. Rates are slopes between known plans, as in the search for
/// supported points (Aneja, Nair 1979). What the lines leave open is closed by CBC where few
/// columns are left (two_losses.h), else there is a gap.
class MeanCriterion final : public SecondCriterion {
 public:
  explicit MeanCriterion(const FrontProblem& front)
      : front_(front),
        sums_(make_loss_model(front.problem, kInfinity, front.rules,
                              [](double cost) { return cost; })),
        lost_(front.lost_within(kInfinity)) {}

  [[nodiscard]] double of(const std::vector<SiteColumn>& open) const override {
    return reaches_all(sums_, open) ? loss_of(sums_, open) : kInfinity;
  }

  [[nodiscard]] Solution most_covered(const std::vector<SiteColumn>& start,
                                      const StopSignal& signal) override {
    Solution found = solve_loss(lost_, front_.rules, {.start = start}, signal);
    if (found.open) learn(*found.open);
    return found;
  }

  [[nodiscard]] Solution best(const std::vector<SiteColumn>& start,
                              const StopSignal& signal) override {
    Solution found = solve_loss(sums_, front_.rules, {.start = start}, signal);
    if (!found.open) return found;
    learn(*found.open);
    const auto bound =
        bound_by_lagrangian(sums_, front_.rules, {.loss_to_beat = found.loss, .open = *found.open},
                            {.tolerance = kRoundOff * found.loss}, signal);
    sum_line_ = make_line(sums_, bound.multipliers);
    return found;
  }

  [[nodiscard]] Solution least_lost(double most, const std::vector<SiteColumn>& start, double least,
                                    const StopSignal& signal) override {
    learn(start);
    for (int turn = 0; turn < kMostLines && !signal.stop() && add_line(most, signal); ++turn) {
    }
    const KnownPlan plan = *best_known(most);
    Solution found = {.open = plan.open, .loss = plan.lost, .bound = least};
    for (const FrontLine& line : lines_) {
      found.bound = std::max(found.bound, safe_bound(line.least, line.rate, most));
    }
    found.bound = std::min(found.bound, found.loss);
    if (found.bound < found.loss && !signal.stop()) close(most, found, signal);
    if (found.open) learn(*found.open);
    return found;
  }

 private:
  void learn(const std::vector<SiteColumn>& open) {
    const bool is_known =
        std::ranges::any_of(known_, [&](const KnownPlan& plan) { return plan.open == open; });
    if (is_known || !reaches_all(sums_, open)) return;
    known_.push_back({open, loss_of(lost_, open), loss_of(sums_, open)});
  }

  [[nodiscard]] const KnownPlan* best_known(double most) const {
    const KnownPlan* best = nullptr;
    for (const KnownPlan& plan : known_) {
      if (plan.sum > most) continue;
      if (best == nullptr || plan.lost < best->lost) best = &plan;
    }
    return best;
  }

  /// What no choice with a sum up to `most` loses less than, whole and safe against round-off.
  [[nodiscard]] static double safe_bound(double least, double rate, double most) {
    const double bound = least - rate * most;
    return std::ceil(bound - kRoundOff * (std::abs(least) + rate * most));
  }

  /// The plans on either side of a limit that a line below all known ones touches there.
  [[nodiscard]] std::optional<double> slope_at(double most) const {
    const KnownPlan *left = nullptr, *right = nullptr;
    double lowest = kInfinity;
    for (const KnownPlan& a : known_) {
      for (const KnownPlan& b : known_) {
        if (a.sum > most || b.sum <= most || b.lost >= a.lost) continue;
        const double at = a.lost + (b.lost - a.lost) * (most - a.sum) / (b.sum - a.sum);
        if (at >= lowest) continue;
        lowest = at;
        left = &a;
        right = &b;
      }
    }
    if (left == nullptr) return std::nullopt;
    return (left->lost - right->lost) / (right->sum - left->sum);
  }

  /// False: the line of that slope is there, or there is none.
  bool add_line(double most, const StopSignal& signal) {
    const std::optional<double> rate = slope_at(most);
    if (!rate) return false;
    const auto is_same = [&](const FrontLine& line) {
      return std::abs(line.rate - *rate) <= kRoundOff * *rate;
    };
    if (std::ranges::any_of(lines_, is_same)) return false;
    const double covers = front_.cover.limit;
    const LossModel model =
        make_loss_model(front_.problem, kInfinity, front_.rules,
                        [&](double cost) { return (cost > covers ? 1 : 0) + *rate * cost; });
    draw_line(model, *rate, *best_known(most), signal);
    return true;
  }

  void draw_line(const LossModel& model, double rate, const KnownPlan& plan,
                 const StopSignal& signal) {
    const auto open = interchange(model, front_.rules, plan.open, signal);
    learn(open);
    const double loss = loss_of(model, open);
    const auto found =
        bound_by_lagrangian(model, front_.rules, {.loss_to_beat = loss, .open = open},
                            {.tolerance = kRoundOff * loss}, signal);
    if (!found.open.empty()) learn(found.open);
    lines_.push_back(make_line(model, found.multipliers));
    lines_.back().rate = rate;
  }

  [[nodiscard]] FrontLine make_line(const LossModel& model,
                                    const std::vector<double>& multipliers) const {
    const RelaxedLoss relaxed(model, front_.rules, multipliers);
    FrontLine line = {.least = relaxed.least(), .with = {}, .without = {}};
    for (SiteColumn column = 0; column < model.n_columns(); ++column) {
      line.with.push_back(relaxed.least_with(column));
      line.without.push_back(relaxed.least_without(column));
    }
    return line;
  }

  /// What every choice has that is better than the one found.
  [[nodiscard]] Fixing fix(double most, double loss) const {
    Fixing fixing(sums_);
    for (SiteColumn column = 0; column < sum_line_.with.size(); ++column) {
      if (sum_line_.with[column] > most) {
        fixing.columns[column] = ColumnState::kClosed;
      } else if (sum_line_.without[column] > most) {
        fixing.columns[column] = ColumnState::kOpen;
      }
    }
    for (const FrontLine& line : lines_) {
      for (SiteColumn column = 0; column < sums_.n_columns(); ++column) {
        if (safe_bound(line.with[column], line.rate, most) >= loss) {
          fixing.columns[column] = ColumnState::kClosed;
        } else if (safe_bound(line.without[column], line.rate, most) >= loss) {
          fixing.columns[column] = ColumnState::kOpen;
        }
      }
    }
    return fixing;
  }

  void close(double most, Solution& found, const StopSignal& signal) const {
    const RestrictedModel left = restrict_model(sums_, front_.rules, fix(most, found.loss));
    solve_two_losses({.sums = sums_, .lost = lost_, .left = left, .limit = front_.cover.limit},
                     most, found, signal);
  }

  FrontProblem front_;
  LossModel sums_, lost_;
  std::vector<KnownPlan> known_;
  std::vector<FrontLine> lines_;
  FrontLine sum_line_;  ///< of the sums alone
};

}  // namespace

std::unique_ptr<SecondCriterion> make_mean_criterion(const FrontProblem& front) {
  return std::make_unique<MeanCriterion>(front);
}

}  // namespace pahunch
