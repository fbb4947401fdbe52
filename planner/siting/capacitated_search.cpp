#include "planner/siting/capacitated_search.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;
using Entry = CapacitatedModel::Entry;

constexpr double kLeastFall = 1e-12;  ///< share of the cost: less is round-off

class Assigner {
 public:
  Assigner(const CapacitatedModel& model, const std::vector<SiteColumn>& open)
      : model_(model), room_(model.capacities), is_open_(model.n_slots(), false) {
    for (const SiteColumn column : open) is_open_[column] = true;
    for (std::size_t slot = model.n_columns; slot < model.n_slots(); ++slot) is_open_[slot] = true;
    for (const auto& row : model.rows) {
      std::vector<Entry> kept;
      std::ranges::copy_if(row, std::back_inserter(kept),
                           [&](const Entry& entry) { return is_open_[entry.slot]; });
      rows_.push_back(std::move(kept));
    }
    assignment_.assign(model.points.size(), CapacitatedModel::kNoSlot);
  }

  std::optional<SlotByPoint> assign() {
    for (std::size_t n = 0; n < model_.points.size(); ++n) {
      const auto next = most_pressing();
      if (!next) return std::nullopt;
      give(next->first, *next->second);
    }
    better();
    return assignment_;
  }

 private:
  using Offer = std::pair<std::size_t, const Entry*>;

  [[nodiscard]] const Entry* best_with_room(std::size_t point, std::size_t skip) const {
    for (const Entry& entry : rows_[point]) {
      if (room_[entry.slot] < model_.loads[point]) continue;
      if (skip == 0) return &entry;
      --skip;
    }
    return nullptr;
  }

  /// The point that loses most for each unit of its load when it does not get its best.
  [[nodiscard]] std::optional<Offer> most_pressing() const {
    std::optional<Offer> found;
    double most = -1;
    for (std::size_t point = 0; point < assignment_.size(); ++point) {
      if (assignment_[point] != CapacitatedModel::kNoSlot) continue;
      const Entry* best = best_with_room(point, 0);
      if (best == nullptr) return std::nullopt;
      const Entry* second = best_with_room(point, 1);
      const double regret =
          second == nullptr ? std::numeric_limits<double>::max() : second->cost - best->cost;
      if (regret > most) {
        most = regret;
        found = {point, best};
      }
    }
    return found;
  }

  void give(std::size_t point, const Entry& entry) {
    assignment_[point] = entry.slot;
    room_[entry.slot] -= model_.loads[point];
  }

  [[nodiscard]] double cost_at(std::size_t point, Slot slot) const {
    const auto entry = std::ranges::find(rows_[point], slot, &Entry::slot);
    return entry == rows_[point].end() ? std::numeric_limits<double>::infinity() : entry->cost;
  }

  void better() {
    bool is_better = true;
    while (is_better) {
      is_better = false;
      for (std::size_t point = 0; point < assignment_.size(); ++point) {
        is_better = shift(point) || swap_with_any(point) || is_better;
      }
    }
  }

  bool shift(std::size_t point) {
    const Slot now = assignment_[point];
    for (const Entry& entry : rows_[point]) {
      if (entry.cost >= cost_at(point, now)) return false;
      if (room_[entry.slot] < model_.loads[point]) continue;
      room_[now] += model_.loads[point];
      give(point, entry);
      return true;
    }
    return false;
  }

  bool swap_with_any(std::size_t point) {
    for (std::size_t other = point + 1; other < assignment_.size(); ++other) {
      if (swap(point, other)) return true;
    }
    return false;
  }

  bool swap(std::size_t a, std::size_t b) {
    const Slot at_a = assignment_[a], at_b = assignment_[b];
    if (at_a == at_b) return false;
    const std::int64_t more = model_.loads[a] - model_.loads[b];
    if (more > room_[at_b] || -more > room_[at_a]) return false;
    const double before = cost_at(a, at_a) + cost_at(b, at_b);
    const double after = cost_at(a, at_b) + cost_at(b, at_a);
    if (!(after < before - kLeastFall * before)) return false;
    std::swap(assignment_[a], assignment_[b]);
    room_[at_b] -= more;
    room_[at_a] += more;
    return true;
  }

  const CapacitatedModel& model_;
  std::vector<std::int64_t> room_;
  std::vector<bool> is_open_;
  std::vector<std::vector<Entry>> rows_;
  SlotByPoint assignment_;
};

/// The same sites and costs without capacities.
LossModel without_capacities(const CapacitatedModel& model) {
  LossModel loss;
  loss.open_cost.assign(model.n_columns, 0);
  double worst = 1;
  for (const auto& row : model.rows) {
    if (!row.empty()) worst += row.back().cost;
  }
  for (const auto& row : model.rows) {
    const auto locked = std::ranges::find_if(
        row, [&](const Entry& entry) { return entry.slot >= model.n_columns; });
    for (const Entry& entry : row) {
      if (entry.slot < model.n_columns) loss.entries.push_back({entry.slot, entry.cost});
    }
    loss.row_begin.push_back(loss.entries.size());
    loss.last_resort.push_back(locked == row.end() ? 2 * worst : locked->cost);
    loss.must_reach.push_back(locked == row.end());
  }
  index_columns(loss);
  return loss;
}

}  // namespace

std::optional<CapacitatedChoice> assign_points(const CapacitatedModel& model,
                                               const std::vector<SiteColumn>& open) {
  auto assignment = Assigner(model, open).assign();
  if (!assignment) return std::nullopt;
  const double cost = cost_of(model, *assignment);
  return CapacitatedChoice{.open = open, .assignment = std::move(*assignment), .cost = cost};
}

std::optional<CapacitatedChoice> search_capacitated(const CapacitatedModel& model,
                                                    const ChoiceRules& rules,
                                                    const StopSignal& signal) {
  const LossModel loss = without_capacities(model);
  auto open = choose_greedily(loss, rules);
  if (!open) return std::nullopt;
  const auto bettered = interchange(loss, rules, *open, signal);
  auto best = assign_points(model, bettered);
  auto other = assign_points(model, *open);
  if (!best || (other && other->cost < best->cost)) best = std::move(other);
  return best;
}

}  // namespace pahunch
