#include "planner/siting/capacitated_search.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "planner/siting/give_rows.h"
#include "planner/siting/greedy.h"
#include "planner/siting/interchange.h"

namespace pahunch {
namespace {

double price_of(std::span<const double> prices, CapacitatedModel::Slot slot) {
  return prices.empty() ? 0 : prices[slot];
}

struct PricedRow {
  std::vector<LossModel::Entry> entries;
  std::optional<double> always;  ///< loss at the best slot that is always open
};

PricedRow make_priced_row(const CapacitatedModel& model, std::size_t at,
                          std::span<const double> prices) {
  PricedRow row;
  const auto load = static_cast<double>(model.loads[at]);
  for (const auto& entry : model.rows[at]) {
    const double loss = entry.cost + load * price_of(prices, entry.slot);
    if (entry.slot < model.n_columns) {
      row.entries.push_back({entry.slot, loss});
    } else {
      row.always = std::min(row.always.value_or(loss), loss);
    }
  }
  if (row.always) {
    std::erase_if(row.entries, [&](const auto& entry) { return entry.loss >= *row.always; });
  }
  std::ranges::sort(row.entries, [](const auto& a, const auto& b) {
    return a.loss != b.loss ? a.loss < b.loss : a.column < b.column;
  });
  return row;
}

}  // namespace

LossModel make_priced_losses(const CapacitatedModel& model, std::span<const double> prices) {
  LossModel loss;
  const auto paid = [&](CapacitatedModel::Slot slot) {
    const double price = price_of(prices, slot);
    return price == 0 ? 0 : -price * static_cast<double>(model.capacities[slot]);
  };
  for (CapacitatedModel::Slot slot = 0; slot < model.n_slots(); ++slot) {
    if (slot < model.n_columns) {
      loss.open_cost.push_back(paid(slot));
    } else {
      loss.constant += paid(slot);
    }
  }
  std::vector<PricedRow> rows;
  double worst = 1 + std::abs(loss.constant);
  for (const double cost : loss.open_cost) worst += std::abs(cost);
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    rows.push_back(make_priced_row(model, at, prices));
    const PricedRow& row = rows.back();
    worst += row.always.value_or(row.entries.empty() ? 0 : row.entries.back().loss);
  }
  for (const PricedRow& row : rows) {
    if (row.entries.empty()) {
      loss.constant += row.always.value_or(2 * worst);
      continue;
    }
    loss.entries.insert(loss.entries.end(), row.entries.begin(), row.entries.end());
    loss.row_begin.push_back(loss.entries.size());
    loss.last_resort.push_back(row.always.value_or(2 * worst));
    loss.must_reach.push_back(!row.always);
  }
  index_columns(loss);
  return loss;
}

std::optional<CapacitatedChoice> make_room(const CapacitatedModel& model, const ChoiceRules& rules,
                                           std::vector<SiteColumn> open) {
  auto found = give_rows(model, open);
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
    std::vector<SiteColumn> sorted = open;
    std::ranges::sort(sorted);
    found = give_rows(model, sorted);
  }
  return found;
}

std::optional<CapacitatedChoice> search_capacitated(const CapacitatedModel& model,
                                                    const ChoiceRules& rules,
                                                    const StopSignal& signal) {
  const LossModel loss = make_priced_losses(model, {});
  auto open = choose_greedily(loss, rules);
  if (!open) return std::nullopt;
  auto best = make_room(model, rules, interchange(loss, rules, *open, signal));
  auto other = make_room(model, rules, *open);
  if (!best || (other && other->cost < best->cost)) best = std::move(other);
  return best;
}

}  // namespace pahunch
