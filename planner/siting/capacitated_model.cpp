#include "planner/siting/capacitated_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;

std::vector<Slot> number_slots(const SitingProblem& problem, const ChoiceRules& rules,
                               CapacitatedModel& model) {
  std::vector<SiteIdx> locked = problem.with_status(SiteStatus::kLocked);
  std::ranges::sort(locked, {}, [&](SiteIdx at) { return problem.sites[at].id; });
  model.n_columns = rules.n_columns();
  model.sites = rules.sites;
  model.sites.insert(model.sites.end(), locked.begin(), locked.end());
  std::vector<Slot> slot_of(problem.sites.size(), CapacitatedModel::kNoSlot);
  for (Slot slot = 0; slot < model.sites.size(); ++slot) {
    slot_of[model.sites[slot].value()] = slot;
    model.capacities.push_back(problem.sites[model.sites[slot]].capacity);
  }
  return slot_of;
}

bool comes_before(const CapacitatedModel& model, std::size_t a, std::size_t b) {
  if (model.loads[a] != model.loads[b]) return model.loads[a] > model.loads[b];
  return std::ranges::lexicographical_compare(
      model.rows[a], model.rows[b], [](const auto& x, const auto& y) {
        return x.cost != y.cost ? x.cost < y.cost : x.slot < y.slot;
      });
}

void sort_points(CapacitatedModel& model) {
  std::vector<std::size_t> order(model.points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return comes_before(model, a, b); });
  CapacitatedModel old = model;
  for (std::size_t at = 0; at < order.size(); ++at) {
    model.points[at] = old.points[order[at]];
    model.loads[at] = old.loads[order[at]];
    model.rows[at] = std::move(old.rows[order[at]]);
  }
}

}  // namespace

CapacitatedModel make_capacitated_model(const SitingProblem& problem, const ChoiceRules& rules,
                                        const SitingObjective& objective) {
  CapacitatedModel model;
  const auto slot_of = number_slots(problem, rules, model);
  double sum = 0;
  model.is_whole = true;
  for (const DemandIdx at : indices(problem.weights)) {
    const std::int64_t load = problem.weights[at];
    if (load == 0) continue;
    const double factor = objective.weighing == Weighing::kEachOnce ? 1 : static_cast<double>(load);
    std::vector<CapacitatedModel::Entry> row;
    for (const SiteCost& item : problem.reach.of(at)) {
      const Slot slot = slot_of[item.site.value()];
      const std::int64_t least = objective.giving == Giving::kSplit ? 1 : load;
      const bool fits = slot != CapacitatedModel::kNoSlot && model.capacities[slot] >= least;
      if (!fits || item.cost > objective.limit) continue;
      row.push_back({slot, item.cost * factor});
      model.is_whole = model.is_whole && std::floor(row.back().cost) == row.back().cost;
    }
    std::ranges::sort(row, [](const auto& a, const auto& b) {
      return a.cost != b.cost ? a.cost < b.cost : a.slot < b.slot;
    });
    if (!row.empty()) sum += row.back().cost;
    model.points.push_back(at);
    model.loads.push_back(load);
    model.rows.push_back(std::move(row));
  }
  const bool is_fractional =
      objective.giving == Giving::kSplit && objective.weighing == Weighing::kEachOnce;
  model.is_whole = model.is_whole && sum < kExactSums && !is_fractional;
  sort_points(model);
  return model;
}

double cost_of(const CapacitatedModel& model, const SlotByPoint& assignment) {
  double sum = 0;
  for (std::size_t point = 0; point < assignment.size(); ++point) {
    const auto entry =
        std::ranges::find(model.rows[point], assignment[point], &CapacitatedModel::Entry::slot);
    sum += entry->cost;
  }
  return sum;
}

}  // namespace pahunch
