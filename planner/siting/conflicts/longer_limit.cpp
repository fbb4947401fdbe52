#include "planner/siting/conflicts/longer_limit.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/solve_siting.h"

namespace pahunch {
namespace {

std::vector<double> costs_beyond(const SitingProblem& problem, double limit) {
  std::vector<double> costs;
  for (const DemandIdx at : indices(problem.weights)) {
    if (problem.weights[at] == 0) continue;
    for (const SiteCost& item : problem.reach.of(at)) {
      if (item.cost > limit) costs.push_back(item.cost);
    }
  }
  std::ranges::sort(costs);
  const auto [end, last] = std::ranges::unique(costs);
  costs.erase(end, last);
  return costs;
}

/// Any answer will do.
SitingAnswer seek_answer(const SitingProblem& problem, const SitingRules& rules,
                         const SitingObjective& objective, const StopSignal& signal) {
  constexpr double kAnyGap = 1;
  return solve_unexplained(
      problem, rules, objective,
      {.time_s = signal.left_s(), .gap = kAnyGap, .should_stop = [&] { return signal.stop(); }});
}

}  // namespace

bool is_possible(const SitingProblem& problem, const Relaxation& changed,
                 const StopSignal& signal) {
  if (changed.more_room.empty()) {
    return seek_answer(problem, changed.rules, changed.objective, signal).has_sites();
  }
  return seek_answer(with_more_room(problem, changed.more_room), changed.rules, changed.objective,
                     signal)
      .has_sites();
}

std::optional<LongerLimit> find_longer_limit(const SitingProblem& problem, const SitingRules& rules,
                                             const SitingObjective& objective,
                                             const StopSignal& signal) {
  if (std::isinf(objective.limit)) return std::nullopt;
  const std::vector<double> costs = costs_beyond(problem, objective.limit);
  bool is_settled = true;
  const auto helps = [&](double limit) {
    SitingObjective longer = objective;
    longer.limit = limit;
    const SitingAnswer answer = seek_answer(problem, rules, longer, signal);
    is_settled = is_settled && answer.status != AnswerStatus::kNothingFound;
    return answer.has_sites();
  };
  if (costs.empty() || !helps(costs.back())) return std::nullopt;
  const auto least =
      std::ranges::partition_point(costs, [&](double limit) { return !helps(limit); });
  return LongerLimit{.value = *least, .is_smallest = is_settled};
}

}  // namespace pahunch
