#include "planner/siting/nearest_loads.h"

#include <algorithm>

#include "planner/siting/change_search.h"

namespace pahunch {

NearestLoads::NearestLoads(const CapacitatedModel& model)
    : model_(model),
      places_(model.n_columns),
      is_open_(model.n_slots(), false),
      loads_(model.n_slots(), 0) {
  for (std::size_t slot = model.n_columns; slot < model.n_slots(); ++slot) is_open_[slot] = true;
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    for (std::size_t entry = 0; entry < model.rows[row].size(); ++entry) {
      const auto slot = model.rows[row][entry].slot;
      if (slot < model.n_columns) places_[slot].push_back({row, entry});
    }
    at_.push_back(model.rows[row].size());
    ++n_unreached_;
    move(row, next_open(row, 0));
  }
}

void NearestLoads::open(SiteColumn column) {
  is_open_[column] = true;
  for (const Place& place : places_[column]) {
    if (place.entry < at_[place.row]) move(place.row, place.entry);
  }
}

void NearestLoads::close(SiteColumn column) {
  is_open_[column] = false;
  for (const Place& place : places_[column]) {
    if (place.entry == at_[place.row]) move(place.row, next_open(place.row, place.entry + 1));
  }
}

std::size_t NearestLoads::next_open(std::size_t row, std::size_t from) const {
  const auto& entries = model_.rows[row];
  while (from < entries.size() && !is_open_[entries[from].slot]) ++from;
  return from;
}

void NearestLoads::move(std::size_t row, std::size_t to) {
  const auto& entries = model_.rows[row];
  if (at_[row] < entries.size()) {
    loads_[entries[at_[row]].slot] -= model_.loads[row];
  } else {
    --n_unreached_;
  }
  at_[row] = to;
  if (to < entries.size()) {
    loads_[entries[to].slot] += model_.loads[row];
  } else {
    ++n_unreached_;
  }
}

std::int64_t NearestLoads::overload() const {
  std::int64_t sum = 0;
  for (std::size_t slot = 0; slot < loads_.size(); ++slot) {
    sum += std::max<std::int64_t>(0, loads_[slot] - model_.capacities[slot]);
  }
  return sum;
}

NearestLoads::Score NearestLoads::score() const {
  Score score = {.n_unreached = n_unreached_, .overload = overload(), .cost = 0};
  for (std::size_t row = 0; row < at_.size(); ++row) {
    if (at_[row] < model_.rows[row].size()) score.cost += model_.rows[row][at_[row]].cost;
  }
  return score;
}

SlotByRow NearestLoads::assignment() const {
  SlotByRow slots;
  for (std::size_t row = 0; row < at_.size(); ++row) {
    const auto& entries = model_.rows[row];
    slots.push_back(at_[row] < entries.size() ? entries[at_[row]].slot : CapacitatedModel::kNoSlot);
  }
  return slots;
}

std::optional<CapacitatedChoice> give_to_nearest(const CapacitatedModel& model,
                                                 const std::vector<SiteColumn>& open) {
  NearestLoads loads(model);
  for (const SiteColumn column : open) loads.open(column);
  if (!loads.fits()) return std::nullopt;
  return make_whole_choice(model, open, loads.assignment());
}

std::optional<CapacitatedChoice> search_nearest(const CapacitatedModel& model,
                                                const ChoiceRules& rules,
                                                const std::vector<SiteColumn>& start,
                                                const StopSignal& signal) {
  NearestLoads loads(model);
  return give_to_nearest(model, ChangeSearch(rules, start, loads).run(signal));
}

}  // namespace pahunch
