#include "planner/siting/solve_capacitated.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/capacitated_bound.h"
#include "planner/siting/capacitated_mip.h"
#include "planner/siting/capacitated_model.h"
#include "planner/siting/capacitated_search.h"
#include "planner/siting/round_off.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

class CapacitatedSolver {
 public:
  CapacitatedSolver(const CapacitatedModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                    const StopSignal& signal)
      : model_(model), rules_(rules), goal_(goal), signal_(signal) {}

  void solve() {
    if (auto start = search_capacitated(model_, rules_, signal_)) take(std::move(*start));
    PairFixing fixing(model_);
    if (is_found_) {
      auto result = bound_capacitated(model_, rules_, best_, signal_);
      take(std::move(result.choice));
      fixing = std::move(result.fixing);
      prove(result.bound);
      if (is_done() || signal_.stop()) return;
    }
    run_mip(fixing);
  }

  [[nodiscard]] Solution solution() const {
    Solution solution = {.loss = loss(), .bound = bound_};
    if (is_found_) solution.open = best_.open;
    return solution;
  }
  /// By point; empty where nothing was found.
  [[nodiscard]] const SlotByPoint& assignment() const { return best_.assignment; }

 private:
  [[nodiscard]] double loss() const { return is_found_ ? best_.cost : kInfinity; }
  void prove(double bound) { bound_ = std::max(bound_, std::min(bound, loss())); }
  [[nodiscard]] double tolerance() const {
    return model_.is_whole || !is_found_ ? 0 : kRoundOff * loss();
  }
  [[nodiscard]] bool is_done() const {
    return loss() - bound_ <= std::max(tolerance(), goal_.gap_frac * loss());
  }

  void run_mip(const PairFixing& fixing) {
    const CapacitatedMip made = make_capacitated_mip(model_, rules_, fixing, MipColumnKind::kWhole);
    if (made.has_lone_point()) return nothing_is_better();
    MipOptions options = {.step = model_.is_whole ? 1.0 : 0.0};
    if (is_found_) {
      options.cutoff = loss() - (model_.is_whole ? 0.5 : tolerance());
      options.gap = goal_.gap_frac * loss();
    }
    const MipResult result = solve_mip(made.mip, options, signal_);
    if (result.has_solution()) take(read(made, result.values));
    if (result.status == MipStatus::kNone) return nothing_is_better();
    const double safe = result.bound - cbc_allowance(result.bound);
    if (std::isfinite(safe)) prove(model_.is_whole ? std::ceil(safe) : safe);
    const bool is_round_off = loss() - bound_ <= tolerance() + 2 * cbc_allowance(loss());
    if (result.status == MipStatus::kSolved && is_round_off) prove(loss());
  }

  void nothing_is_better() { bound_ = loss(); }

  [[nodiscard]] CapacitatedChoice read(const CapacitatedMip& made,
                                       const std::vector<double>& values) const {
    CapacitatedChoice choice = {.open = read_open(values, made.open), .assignment = {}};
    for (const auto& given : made.given) {
      const auto most = std::ranges::max_element(given, {}, [&](const auto& item) {
        return values[static_cast<std::size_t>(item.first)];
      });
      choice.assignment.push_back(most->second);
    }
    choice.cost = cost_of(model_, choice.assignment);
    return choice;
  }

  void take(CapacitatedChoice choice) {
    if (choice.cost >= loss()) return;
    best_ = std::move(choice);
    is_found_ = true;
  }

  const CapacitatedModel& model_;
  const ChoiceRules& rules_;
  const SolveGoal& goal_;
  const StopSignal& signal_;
  CapacitatedChoice best_;
  bool is_found_ = false;
  double bound_ = 0;
};

}  // namespace

CapacitatedSolution solve_capacitated(const SitingProblem& problem, const ChoiceRules& rules,
                                      const SitingObjective& objective, const SolveGoal& goal,
                                      const StopSignal& signal) {
  const CapacitatedModel model = make_capacitated_model(problem, rules, objective);
  CapacitatedSolver solver(model, rules, goal, signal);
  solver.solve();
  CapacitatedSolution found = {.solution = solver.solution(),
                               .assigned = std::vector<SiteIdx>(problem.weights.size()),
                               .is_whole = model.is_whole};
  for (std::size_t point = 0; point < solver.assignment().size(); ++point) {
    found.assigned[model.points[point].value()] = model.sites[solver.assignment()[point]];
  }
  return found;
}

}  // namespace pahunch
