#include "planner/siting/conflicts/capacity_conflict.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "planner/siting/capacitated_model.h"
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

}  // namespace

std::vector<std::int64_t> room_by_number(const SitingProblem& problem, const ChoiceRules& choice) {
  std::vector<std::int64_t> capacities;
  for (const SiteIdx at : choice.sites) capacities.push_back(capacity_of(problem, at));
  std::ranges::sort(capacities, std::greater<>());
  std::vector<std::int64_t> room = {0};
  for (const SiteIdx at : problem.with_status(SiteStatus::kLocked)) {
    room[0] = std::min(kPlenty, room[0] + capacity_of(problem, at));
  }
  for (const std::int64_t more : capacities) {
    room.push_back(std::min(kPlenty, room.back() + more));
  }
  return room;
}

std::optional<Infeasibility> find_capacity_conflict(const SitingProblem& problem,
                                                    const SitingRules& rules,
                                                    const ChoiceRules& choice) {
  const std::int64_t demand = problem.total_weight();
  const std::vector<std::int64_t> room = room_by_number(problem, choice);
  if (room.back() < demand) {
    return Infeasibility{
        fmt::format("the demand is {}, and all sites together have a capacity of {}",
                    problem.in_units(demand), problem.in_units(room.back())),
        fmt::format("at least {} more capacity", problem.in_units(demand - room.back()))};
  }
  const auto n = static_cast<std::size_t>(std::ranges::lower_bound(room, demand) - room.begin());
  if (n <= rules.n_new.value_or(n)) return std::nullopt;
  return Infeasibility{
      fmt::format("the demand is {}, more than any {} more sites have capacity for",
                  problem.in_units(demand), *rules.n_new),
      fmt::format("at least {} more sites (--p {})", n, n)};
}

std::optional<Infeasibility> find_crowd(const SitingProblem& problem, const ChoiceRules& choice,
                                        const SitingObjective& objective) {
  const CapacitatedModel model = make_crowd_model(problem, choice, objective.limit);
  const auto given = transport_rows(model, all_columns(model));
  if (given->cost == 0) return std::nullopt;
  const Crowd crowd(model, *given);
  const std::int64_t lacking = crowd.weight - crowd.capacity;
  return Infeasibility{
      fmt::format("{} demand points with a weight of {} reach only {}, which together have a "
                  "capacity of {}",
                  crowd.n_points, problem.in_units(crowd.weight), crowd.site_names(problem),
                  problem.in_units(crowd.capacity)),
      fmt::format("at least {} more capacity there, or a longer limit", problem.in_units(lacking))};
}

}  // namespace pahunch
