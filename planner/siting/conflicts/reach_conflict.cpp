#include <fmt/format.h>

#include <algorithm>

#include "planner/siting/conflicts/capacity_conflict.h"
#include "planner/siting/conflicts/infeasibility.h"

namespace pahunch {
namespace {

struct Unreached {
  std::size_t n_points = 0;
  std::int64_t weight = 0;
  double nearest_limit = 0;  ///< a limit of the cost that would reach all that can be reached
  bool has_missing = false;  ///< some have no pair at all
};

Unreached find_unreached(const SitingProblem& problem, const ChoiceRules& rules, double limit) {
  std::vector<bool> is_usable(problem.sites.size(), false);
  for (const SiteIdx at : rules.sites) is_usable[at.value()] = true;
  for (const SiteIdx at : problem.with_status(SiteStatus::kLocked)) is_usable[at.value()] = true;
  Unreached found;
  for (const DemandIdx at : indices(problem.weights)) {
    if (problem.weights[at] == 0) continue;
    const auto reach = problem.reach.of(at);
    const auto best = std::ranges::find_if(
        reach, [&](const SiteCost& item) { return is_usable[item.site.value()]; });
    if (best != reach.end() && best->cost <= limit) continue;
    ++found.n_points;
    found.weight += problem.weights[at];
    if (best == reach.end()) {
      found.has_missing = true;
    } else {
      found.nearest_limit = std::max(found.nearest_limit, best->cost);
    }
  }
  return found;
}

std::optional<Infeasibility> check_all_reached(const SitingProblem& problem,
                                               const ChoiceRules& rules,
                                               const SitingObjective& objective) {
  const Unreached found = find_unreached(problem, rules, objective.limit);
  if (found.n_points == 0) return std::nullopt;
  const std::string what =
      fmt::format("{} demand points with a weight of {} reach no site that may be open",
                  found.n_points, problem.in_units(found.weight));
  if (!found.has_missing) {
    return Infeasibility{what, fmt::format("a limit of at least {} (--limit {})",
                                           found.nearest_limit, found.nearest_limit)};
  }
  return Infeasibility{what, "leave them out, or give each a pair in the matrix"};
}

std::optional<Infeasibility> check_target(const SitingProblem& problem, const ChoiceRules& rules,
                                          const SitingObjective& objective) {
  const std::int64_t total = problem.total_weight();
  const std::int64_t target = target_weight(objective.target, total);
  const std::int64_t most = total - find_unreached(problem, rules, objective.limit).weight;
  if (target <= most) return std::nullopt;
  return Infeasibility{
      fmt::format("the target is to cover {} of {}, and all sites together cover {}",
                  problem.in_units(target), problem.in_units(total), problem.in_units(most)),
      "a lower target (--target)"};
}

const char* why_none(const SitingObjective& objective) {
  if (objective.kind == ObjectiveKind::kSetCover) {
    return "no choice within the rules covers the target";
  }
  if (!objective.has_capacities()) return "no choice within the rules serves every demand point";
  switch (objective.giving) {
    case Giving::kNearest:
      return "no choice within the rules keeps every site within its capacity when each goes to "
             "the nearest";
    case Giving::kSplit:
      return "no choice within the rules has room for every demand point";
    default:
      return "no choice within the rules has room for every demand point as a whole";
  }
}

}  // namespace

std::optional<Infeasibility> find_reach_conflict(const SitingProblem& problem,
                                                 const SitingRules& rules,
                                                 const SitingObjective& objective) {
  const ChoiceRules choice = make_choice_rules(problem, rules);
  switch (objective.kind) {
    case ObjectiveKind::kSetCover:
      return check_target(problem, choice, objective);
    case ObjectiveKind::kCapacitated:
      if (auto found = find_capacity_conflict(problem, rules, choice)) return found;
      if (auto found = check_all_reached(problem, choice, objective)) return found;
      return find_crowd(problem, choice, objective);
    case ObjectiveKind::kMedian:
    case ObjectiveKind::kCentre:
    case ObjectiveKind::kFacility:
    case ObjectiveKind::kWorstShare:
      return check_all_reached(problem, choice, objective);
    default:
      return std::nullopt;
  }
}

Infeasibility tell_no_choice(const SitingObjective& objective) {
  constexpr const char* kNoneKnown =
      "no one change of the number of sites, the rules, the limit or the room is known to be "
      "enough: loosen several";
  return {why_none(objective), kNoneKnown};
}

void add_relaxations(const SitingProblem& problem, const SitingRules& rules,
                     const SitingObjective& objective, const StopSignal& signal,
                     Infeasibility& found) {
  found.relaxations = find_relaxations(problem, rules, objective, signal);
  if (found.relaxations.empty()) return;
  std::string words;
  bool has_smallest = false;
  for (const Relaxation& item : found.relaxations) {
    words +=
        (words.empty() ? "" : ", or ") + item.words + (item.is_smallest ? "" : ", which is enough");
    has_smallest = has_smallest || item.is_smallest;
  }
  found.relaxation = has_smallest ? words : found.relaxation + " needed; " + words;
}

}  // namespace pahunch
