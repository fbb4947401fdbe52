#include "planner/siting/equity/solve_fair.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/change_search.h"
#include "planner/siting/equity/fair_mip.h"

namespace pahunch {
namespace {

constexpr double kAnyFairGap = 1e30;  ///< larger than any loss

/// The least share first, then what is covered.
struct FloorState {
  void open(SiteColumn column) { state.open(column); }
  void close(SiteColumn column) { state.close(column); }
  [[nodiscard]] std::pair<double, std::int64_t> score() const {
    return {-state.coverage().least_share(), -state.covered()};
  }

  AreaCoverState state;
};

class FairSolver {
 public:
  FairSolver(const AreaCover& model, const ChoiceRules& rules, const FairLimits& limits,
             const FairGoal& goal, const StopSignal& signal)
      : model_(model), rules_(rules), limits_(limits), goal_(goal), signal_(signal) {
    best_.loss = kInfinity;
    best_.bound = goal.least_loss;
  }

  Solution solve() {
    if (keeps_rules(rules_, goal_.start)) start();
    if (model_.n_columns == 0) {
      prove(kInfinity);
    } else if (!is_done()) {
      FairMip mip(model_, rules_, limits_);
      mip.cut_relaxation(signal_);
      while (!is_done() && !signal_.stop() && ask(mip)) {
      }
    }
    return best_;
  }

 private:
  /// What is owed may be short everywhere while each area must get its part: then the search for
  /// the largest least share finds its way better.
  void start() {
    better(goal_.start);
    if (best_.open || limits_.owed.empty()) return;
    better(raise_floor(model_, rules_, goal_.start, signal_));
  }

  /// Takes a choice if it is fair, and what swaps make of it.
  void better(const std::vector<SiteColumn>& open) {
    take(open);
    AreaCoverState state(model_, limits_);
    take(ChangeSearch(rules_, open, state).run(signal_));
  }

  /// False: it is not fair.
  bool take(const std::vector<SiteColumn>& open) {
    AreaCoverState state(model_, limits_);
    for (const SiteColumn column : open) state.open(column);
    const auto loss = static_cast<double>(model_.total - state.covered());
    const bool is_fair = limits_.unfairness(state.coverage()) == 0;
    if (is_fair && loss < best_.loss) {
      best_.loss = loss;
      best_.open = open;
    }
    return is_fair;
  }

  void prove(double bound) { best_.bound = std::max(best_.bound, std::min(bound, best_.loss)); }
  [[nodiscard]] bool is_done() const {
    if (!best_.open) return std::isinf(best_.bound);
    return goal_.is_any_enough || best_.loss - best_.bound <= enough();
  }
  [[nodiscard]] double enough() const {
    return goal_.gap_frac * (static_cast<double>(model_.total) - best_.loss);
  }

  /// False: there is no more to be found, or the signal stopped it.
  bool ask(FairMip& mip) {
    const MipResult result = mip.solve(options(), signal_);
    if (result.status == MipStatus::kNone) {
      prove(kInfinity);
      return false;
    }
    const double bound = result.safe_bound();
    if (std::isfinite(bound)) prove(std::ceil(bound));
    if (!result.has_solution()) return false;
    const std::vector<SiteColumn> open = mip.choice(result);
    if (!keeps_rules(rules_, open)) return false;
    const bool is_fair = take(open);
    if (!is_fair) better(open);
    if (!mip.add_broken(result, coverage_of(model_, open))) mip.exclude(open);
    return result.status == MipStatus::kSolved;
  }

  /// A programme that counts down has no whole objective.
  [[nodiscard]] MipOptions options() const {
    MipOptions options = {.step = limits_.most_gini ? 0.0 : 1.0};
    if (goal_.is_any_enough) {
      options.gap = kAnyFairGap;
    } else if (best_.open) {
      options.gap = enough();
    }
    if (best_.open) options.cutoff = best_.loss - 0.5;
    return options;
  }

  const AreaCover& model_;
  const ChoiceRules& rules_;
  const FairLimits& limits_;
  const FairGoal& goal_;
  const StopSignal& signal_;
  Solution best_;
};

}  // namespace

std::vector<SiteColumn> raise_floor(const AreaCover& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, const StopSignal& signal) {
  const FairLimits nothing_asked;
  FloorState state = {AreaCoverState(model, nothing_asked)};
  return ChangeSearch(rules, open, state).run(signal);
}

CoveredAreas coverage_of(const AreaCover& model, const std::vector<SiteColumn>& open) {
  const FairLimits nothing_asked;
  AreaCoverState state(model, nothing_asked);
  for (const SiteColumn column : open) state.open(column);
  return state.coverage();
}

Solution solve_fair(const AreaCover& model, const ChoiceRules& rules, const FairLimits& limits,
                    const FairGoal& goal, const StopSignal& signal) {
  return FairSolver(model, rules, limits, goal, signal).solve();
}

}  // namespace pahunch
