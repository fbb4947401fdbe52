#include "planner/siting/capacity_conflict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "planner/siting/capacitated_mip.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/transport.h"

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;

constexpr std::int64_t kPlenty = std::int64_t{1} << 60;

std::int64_t capacity_of(const SitingProblem& problem, SiteIdx at) {
  return std::min(kPlenty, problem.sites[at].capacity);
}

std::vector<SiteColumn> all_columns(const CapacitatedModel& model) {
  std::vector<SiteColumn> all(model.n_columns);
  for (SiteColumn column = 0; column < all.size(); ++column) all[column] = column;
  return all;
}

/// Everybody in parts to any site within the limit, or to none.
CapacitatedModel make_crowd_model(const SitingProblem& problem, const ChoiceRules& choice,
                                  double limit) {
  return make_capacitated_model(
      problem, choice,
      {.kind = ObjectiveKind::kRoomCover, .limit = limit, .giving = Giving::kSplit});
}

/// Rows without room and all that compete with them.
class Crowd {
 public:
  Crowd(const CapacitatedModel& model, const CapacitatedChoice& given)
      : model_(model), rows_of_(model.n_slots()), is_in_(model.n_slots(), false) {
    std::vector<bool> is_row_in(model.n_rows(), false);
    std::vector<std::size_t> open;
    const auto add_row = [&](std::size_t row) {
      if (is_row_in[row]) return;
      is_row_in[row] = true;
      open.push_back(row);
    };
    for (const GivenPart& part : given.parts) {
      if (part.slot == model.nowhere) {
        add_row(part.row);
      } else {
        rows_of_[part.slot].push_back(part.row);
      }
    }
    while (!open.empty()) {
      const std::size_t row = open.back();
      open.pop_back();
      n_points += model.points[row].size();
      weight += model.loads[row];
      for (const auto& entry : model.rows[row]) {
        if (entry.slot == model.nowhere || is_in_[entry.slot]) continue;
        is_in_[entry.slot] = true;
        capacity += model.capacities[entry.slot];
        std::ranges::for_each(rows_of_[entry.slot], add_row);
      }
    }
  }

  [[nodiscard]] std::string site_names(const SitingProblem& problem) const {
    constexpr std::size_t kMostNamed = 5;
    std::vector<std::string> ids;
    for (Slot slot = 0; slot < is_in_.size(); ++slot) {
      if (is_in_[slot]) ids.push_back(problem.sites[model_.sites[slot]].id);
    }
    if (ids.empty()) return "sites without capacity";
    std::ranges::sort(ids);
    const std::size_t n_more = ids.size() - std::min(ids.size(), kMostNamed);
    ids.resize(ids.size() - n_more);
    std::string text = fmt::format("{}", fmt::join(ids, ", "));
    return n_more == 0 ? text : fmt::format("{} and {} others", text, n_more);
  }

  std::size_t n_points = 0;
  std::int64_t weight = 0, capacity = 0;

 private:
  const CapacitatedModel& model_;
  std::vector<std::vector<std::size_t>> rows_of_;  ///< by slot
  std::vector<bool> is_in_;                        ///< by slot
};

/// The least limit above this one with which all fit; none: no limit does.
std::optional<double> find_longer_limit(const SitingProblem& problem, const ChoiceRules& choice,
                                        double limit) {
  std::vector<double> limits;
  for (const DemandIdx at : indices(problem.weights)) {
    for (const SiteCost& item : problem.reach.of(at)) {
      if (item.cost > limit) limits.push_back(item.cost);
    }
  }
  std::ranges::sort(limits);
  const auto [end, last] = std::ranges::unique(limits);
  limits.erase(end, last);
  const auto fits = [&](double longer) {
    const CapacitatedModel model = make_crowd_model(problem, choice, longer);
    return transport_rows(model, all_columns(model))->cost == 0;
  };
  if (limits.empty() || !fits(limits.back())) return std::nullopt;
  return *std::ranges::partition_point(limits, [&](double longer) { return !fits(longer); });
}

/// Least value of the programme; none: nothing fits, or it is not known in time.
std::optional<double> find_least(const SitingProblem& problem, const SitingRules& rules,
                                 const SitingObjective& objective, CapacitatedGoal goal,
                                 const StopSignal& signal) {
  constexpr std::size_t kMostPairs = 20'000;
  const ChoiceRules choice = make_choice_rules(problem, rules);
  const CapacitatedModel model = make_capacitated_model(problem, choice, objective);
  if (model.n_entries() > kMostPairs) return std::nullopt;
  const CapacitatedMip made = make_capacitated_mip(model, choice, PairFixing(model), goal);
  if (made.has_lone_row()) return std::nullopt;
  const MipResult result = solve_mip(made.mip, {.step = 1}, signal);
  if (result.status != MipStatus::kSolved) return std::nullopt;
  return std::round(result.bound);
}

const char* why_no_room(Giving giving) {
  switch (giving) {
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

std::optional<Infeasibility> find_capacity_conflict(const SitingProblem& problem,
                                                    const SitingRules& rules,
                                                    const ChoiceRules& choice) {
  const std::int64_t demand = problem.total_weight();
  std::vector<std::int64_t> capacities;
  for (const SiteIdx at : choice.sites) capacities.push_back(capacity_of(problem, at));
  std::ranges::sort(capacities, std::greater<>());
  std::int64_t sum = 0;
  for (const SiteIdx at : problem.with_status(SiteStatus::kLocked)) {
    sum = std::min(kPlenty, sum + capacity_of(problem, at));
  }
  const std::size_t n_allowed = rules.n_new.value_or(choice.n_columns());
  std::int64_t allowed = sum;
  std::size_t n = 0;
  for (; n < capacities.size() && sum < demand; ++n) {
    sum = std::min(kPlenty, sum + capacities[n]);
    if (n < n_allowed) allowed = sum;
  }
  if (sum < demand) {
    return Infeasibility{fmt::format("the demand is {}, and all sites together have a capacity of "
                                     "{}",
                                     problem.in_units(demand), problem.in_units(sum)),
                         fmt::format("at least {} more capacity", problem.in_units(demand - sum)),
                         demand - sum, true};
  }
  if (n <= n_allowed) return std::nullopt;
  return Infeasibility{
      fmt::format("the demand is {}, more than any {} more sites have capacity for",
                  problem.in_units(demand), *rules.n_new),
      fmt::format("ask for at least {} (--p {})", n, n), demand - allowed, true};
}

std::optional<Infeasibility> find_crowd(const SitingProblem& problem, const ChoiceRules& choice,
                                        const SitingObjective& objective) {
  const CapacitatedModel model = make_crowd_model(problem, choice, objective.limit);
  const auto given = transport_rows(model, all_columns(model));
  if (given->cost == 0) return std::nullopt;
  const Crowd crowd(model, *given);
  const std::int64_t lacking = crowd.weight - crowd.capacity;
  std::string relaxation =
      fmt::format("at least {} more capacity there", problem.in_units(lacking));
  if (const auto longer = find_longer_limit(problem, choice, objective.limit)) {
    relaxation += fmt::format(", or a limit of at least {} (--limit {})", *longer, *longer);
  }
  return Infeasibility{
      fmt::format("{} demand points with a weight of {} reach only {}, which together have a "
                  "capacity of {}",
                  crowd.n_points, problem.in_units(crowd.weight), crowd.site_names(problem),
                  problem.in_units(crowd.capacity)),
      std::move(relaxation), lacking};
}

Infeasibility explain_no_room(const SitingProblem& problem, const SitingRules& rules,
                              const SitingObjective& objective, const StopSignal& signal) {
  Infeasibility found = {.what = why_no_room(objective.giving), .relaxation = ""};
  const auto offer = [&](const std::string& change) {
    found.relaxation += (found.relaxation.empty() ? "" : ", or ") + change;
  };
  const auto fewest = [&](const SitingRules& changed) {
    return find_least(problem, changed, objective, CapacitatedGoal::kColumns, signal);
  };
  SitingRules any_number = rules, any_cost = rules;
  any_number.n_new.reset();
  any_cost.budget.reset();
  const auto n = rules.n_new ? fewest(any_number) : std::nullopt;
  if (n) offer(fmt::format("{} more site{} (--p {})", *n, *n == 1 ? "" : "s", *n));
  if (rules.budget && fewest(any_cost)) offer("a larger budget (--budget)");
  SitingObjective in_parts = objective;
  if (objective.giving == Giving::kWhole) in_parts.giving = Giving::kSplit;
  const auto lack = find_least(problem, rules, in_parts, CapacitatedGoal::kOverload, signal);
  if (lack && *lack == 0) offer("points given in parts (--split)");
  if (lack && *lack > 0) {
    found.lacking = static_cast<std::int64_t>(*lack);
    const bool is_whole = objective.giving == Giving::kWhole;  // parts need no more than they do
    offer(fmt::format("{}{} more capacity at the right sites", is_whole ? "at least " : "",
                      problem.in_units(*found.lacking)));
  }
  if (found.relaxation.empty()) offer("more sites (--p), or more capacity where the demand is");
  return found;
}

}  // namespace pahunch
