#include "planner/siting/assign_rows.h"

#include <algorithm>
#include <limits>

#include "planner/siting/transport.h"

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;
using Entry = CapacitatedModel::Entry;

constexpr double kLeastFall = 1e-12;  ///< share of the cost: less is round-off

/// With more, every pair of rows is too many.
constexpr std::size_t kFewRows = 1'000;

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
      open_rows_.push_back(std::move(kept));
    }
    assignment_.assign(model.rows.size(), CapacitatedModel::kNoSlot);
  }

  std::optional<SlotByRow> assign() {
    for (std::size_t n = 0; n < model_.n_rows(); ++n) {
      const auto next = most_pressing();
      if (!next) return std::nullopt;
      give(next->first, *next->second);
    }
    better();
    return assignment_;
  }

 private:
  using Offer = std::pair<std::size_t, const Entry*>;

  [[nodiscard]] const Entry* best_with_room(std::size_t row, std::size_t skip) const {
    for (const Entry& entry : open_rows_[row]) {
      if (room_[entry.slot] < model_.loads[row]) continue;
      if (skip == 0) return &entry;
      --skip;
    }
    return nullptr;
  }

  /// The row that loses most for each unit of its load when it does not get its best.
  [[nodiscard]] std::optional<Offer> most_pressing() const {
    std::optional<Offer> found;
    double most = -1;
    for (std::size_t row = 0; row < assignment_.size(); ++row) {
      if (assignment_[row] != CapacitatedModel::kNoSlot) continue;
      const Entry* best = best_with_room(row, 0);
      if (best == nullptr) return std::nullopt;
      const Entry* second = best_with_room(row, 1);
      const double regret =
          second == nullptr ? std::numeric_limits<double>::max() : second->cost - best->cost;
      if (regret > most) {
        most = regret;
        found = {row, best};
      }
    }
    return found;
  }

  void give(std::size_t row, const Entry& entry) {
    assignment_[row] = entry.slot;
    room_[entry.slot] -= model_.loads[row];
  }

  [[nodiscard]] double cost_at(std::size_t row, Slot slot) const {
    const auto entry = std::ranges::find(open_rows_[row], slot, &Entry::slot);
    return entry == open_rows_[row].end() ? std::numeric_limits<double>::infinity() : entry->cost;
  }

  void better() {
    bool is_better = true;
    while (is_better) {
      is_better = false;
      for (std::size_t row = 0; row < assignment_.size(); ++row) {
        is_better = shift(row) || swap_with_any(row) || is_better;
      }
    }
  }

  bool shift(std::size_t row) {
    const Slot now = assignment_[row];
    for (const Entry& entry : open_rows_[row]) {
      if (entry.cost >= cost_at(row, now)) return false;
      if (room_[entry.slot] < model_.loads[row]) continue;
      room_[now] += model_.loads[row];
      give(row, entry);
      return true;
    }
    return false;
  }

  bool swap_with_any(std::size_t row) {
    for (std::size_t other = row + 1; other < assignment_.size(); ++other) {
      if (swap(row, other)) return true;
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
  std::vector<std::vector<Entry>> open_rows_;
  SlotByRow assignment_;
};

/// The best way in parts, and what it splits, at most a row a full slot, given whole to the
/// cheapest slot with room.
std::optional<CapacitatedChoice> round_transport(const CapacitatedModel& model,
                                                 const std::vector<SiteColumn>& open) {
  const auto in_parts = transport_rows(model, open);
  if (!in_parts) return std::nullopt;
  SlotByRow assignment(model.n_rows(), CapacitatedModel::kNoSlot);
  std::vector<std::int64_t> room(model.n_slots(), 0);
  for (const SiteColumn column : open) room[column] = model.capacities[column];
  for (std::size_t slot = model.n_columns; slot < room.size(); ++slot) {
    room[slot] = model.capacities[slot];
  }
  for (const GivenPart& part : in_parts->parts) {
    if (part.weight < model.loads[part.row]) continue;
    assignment[part.row] = part.slot;
    room[part.slot] -= part.weight;
  }
  for (std::size_t row = 0; row < model.n_rows(); ++row) {  // heaviest first
    if (assignment[row] != CapacitatedModel::kNoSlot) continue;
    const auto fit = std::ranges::find_if(
        model.rows[row], [&](const Entry& entry) { return room[entry.slot] >= model.loads[row]; });
    if (fit == model.rows[row].end()) return std::nullopt;
    assignment[row] = fit->slot;
    room[fit->slot] -= model.loads[row];
  }
  return make_whole_choice(model, open, assignment);
}

}  // namespace

std::optional<CapacitatedChoice> assign_rows(const CapacitatedModel& model,
                                             const std::vector<SiteColumn>& open) {
  if (model.n_rows() > kFewRows) return round_transport(model, open);
  const auto assignment = Assigner(model, open).assign();
  if (!assignment) return std::nullopt;
  return make_whole_choice(model, open, *assignment);
}

}  // namespace pahunch
