#include "planner/siting/solve_split.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "planner/siting/capacitated_mip.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/transport.h"

namespace pahunch {
namespace {

/// Roomier columns in the place of the least roomy ones until all can be given out.
std::optional<Transport> make_room(const CapacitatedModel& model, const ChoiceRules& rules,
                                   std::vector<SiteColumn>& open) {
  auto found = transport_points(model, open);
  std::vector<SiteColumn> by_room(rules.n_columns());
  for (SiteColumn column = 0; column < by_room.size(); ++column) by_room[column] = column;
  std::ranges::stable_sort(by_room, std::greater<>(),
                           [&](SiteColumn at) { return model.capacities[at]; });
  RuleTracker tracker(rules);
  for (const SiteColumn column : open) tracker.add(column);
  for (const SiteColumn in : by_room) {
    if (found || open.empty()) break;
    const auto out =
        std::ranges::min_element(open, {}, [&](SiteColumn at) { return model.capacities[at]; });
    if (model.capacities[in] <= model.capacities[*out]) break;
    if (tracker.is_open(in) || !tracker.can_swap(in, *out)) continue;
    tracker.remove(*out);
    tracker.add(in);
    *out = in;
    found = transport_points(model, open);
  }
  std::ranges::sort(open);
  return found;
}

class SplitSolver {
 public:
  SplitSolver(const CapacitatedModel& model, const ChoiceRules& rules, const SolveGoal& goal,
              const StopSignal& signal)
      : model_(model), rules_(rules), goal_(goal), signal_(signal) {}

  void solve(const LossModel& without_capacities) {
    const Solution median = solve_loss(without_capacities, rules_, {}, signal_);
    if (median.open) {
      std::vector<SiteColumn> open = *median.open;
      const auto start = make_room(model_, rules_, open);
      if (start) take(std::move(open), *start);
    }
    bound_ = std::min(median.bound, loss());
    if (is_done() || signal_.stop()) return;
    run_mip();
  }

  [[nodiscard]] Solution solution() const {
    Solution solution = {.loss = loss(), .bound = bound_};
    if (is_found_) solution.open = open_;
    return solution;
  }
  [[nodiscard]] const Transport& given() const { return given_; }

 private:
  [[nodiscard]] double loss() const { return is_found_ ? given_.cost : kInfinity; }
  [[nodiscard]] double tolerance() const {
    return model_.is_whole || !is_found_ ? 0 : kRoundOff * loss();
  }
  [[nodiscard]] bool is_done() const {
    return is_found_ && loss() - bound_ <= std::max(tolerance(), goal_.gap_frac * loss());
  }

  void run_mip() {
    const CapacitatedMip made =
        make_capacitated_mip(model_, rules_, PairFixing(model_), MipColumnKind::kContinuous);
    if (made.has_lone_point()) return prove(kInfinity);
    MipOptions options = {.step = model_.is_whole ? 1.0 : 0.0};
    if (is_found_) {
      options.cutoff = loss() - (model_.is_whole ? 0.5 : tolerance());
      options.gap = goal_.gap_frac * loss();
    }
    const MipResult result = solve_mip(made.mip, options, signal_);
    if (result.has_solution()) {
      std::vector<SiteColumn> open = read_open(result.values, made.open);
      const auto given = transport_points(model_, open);
      if (given && keeps_rules(rules_, open)) take(std::move(open), *given);
    }
    if (result.status == MipStatus::kNone) return prove(kInfinity);
    const double safe = result.bound - cbc_allowance(result.bound);
    if (std::isfinite(safe)) prove(model_.is_whole ? std::ceil(safe) : safe);
    const bool is_round_off = loss() - bound_ <= tolerance() + 2 * cbc_allowance(loss());
    if (result.status == MipStatus::kSolved && is_round_off) prove(loss());
  }

  void prove(double bound) { bound_ = std::max(bound_, std::min(bound, loss())); }

  void take(std::vector<SiteColumn> open, const Transport& given) {
    if (given.cost >= loss()) return;
    open_ = std::move(open);
    given_ = given;
    is_found_ = true;
  }

  const CapacitatedModel& model_;
  const ChoiceRules& rules_;
  const SolveGoal& goal_;
  const StopSignal& signal_;
  std::vector<SiteColumn> open_;
  Transport given_;
  bool is_found_ = false;
  double bound_ = 0;
};

}  // namespace

SplitSolution solve_split(const SitingProblem& problem, const ChoiceRules& rules,
                          const SitingObjective& objective, const SolveGoal& goal,
                          const StopSignal& signal) {
  const CapacitatedModel model = make_capacitated_model(problem, rules, objective);
  SitingObjective median = objective;
  median.kind = ObjectiveKind::kMedian;
  SplitSolver solver(model, rules, goal, signal);
  solver.solve(make_loss_model(problem, median, rules));
  SplitSolution found = {.solution = solver.solution(), .shares = {}, .is_whole = model.is_whole};
  for (const Transport::Part& part : solver.given().parts) {
    found.shares.push_back({model.points[part.point], model.sites[part.slot], part.weight});
  }
  std::ranges::sort(found.shares, [&](const GivenShare& a, const GivenShare& b) {
    if (a.demand != b.demand) return a.demand < b.demand;
    return problem.sites[a.site].id < problem.sites[b.site].id;
  });
  return found;
}

}  // namespace pahunch
