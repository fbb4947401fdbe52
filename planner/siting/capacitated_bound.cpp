#include "planner/siting/capacitated_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planner/siting/give_rows.h"
#include "planner/siting/knapsack.h"
#include "planner/siting/relaxed_choice.h"
#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;

class CapacitatedLagrangian {
 public:
  CapacitatedLagrangian(const CapacitatedModel& model, const ChoiceRules& rules,
                        CapacitatedChoice choice)
      : model_(model),
        rules_(rules),
        relaxed_(rules.at_least, rules.at_most),
        best_(std::move(choice)),
        taken_(model.n_slots()),
        slots_(model.n_slots()),
        fixing_(model) {
    for (std::size_t row = 0; row < model.n_rows(); ++row) {
      const auto& entries = model.rows[row];
      for (std::size_t i = 0; i < entries.size(); ++i) slots_[entries[i].slot].push_back({row, i});
      multipliers_.push_back(entries[std::min<std::size_t>(entries.size() - 1, 1)].cost);
    }
    kept_ = multipliers_;
    direction_.assign(multipliers_.size(), 0);
  }

  CapacitatedBound run(const StopSignal& signal) {
    double scale = kFirstScale;
    int n_idle = 0;
    for (int round = 0; round < kMostRounds && scale > kLastScale; ++round) {
      if (round > 0 && signal.stop()) break;  // one round gives a bound
      const double value = evaluate();
      if (value > bound_) {
        n_idle = 0;
        bound_ = value;
        kept_ = multipliers_;
        fix(value);
      }
      if (excludes(bound_)) break;
      if (round % kRoundsBetweenChoices == 0) propose(signal);
      if (++n_idle > kPatience) {
        n_idle = 0;
        scale /= 2;
        multipliers_ = kept_;
        evaluate();
      }
      move(scale * (best_.cost - value));
    }
    const double safe = std::max(0.0, bound_ - kRoundOff * std::abs(bound_));
    return {.bound = model_.is_whole ? std::ceil(safe) : safe,
            .choice = std::move(best_),
            .fixing = std::move(fixing_)};
  }

 private:
  static constexpr int kMostRounds = 800, kPatience = 20, kRoundsBetweenChoices = 10;
  static constexpr double kFirstScale = 1.5, kLastScale = 1e-3, kSmoothing = 0.3;

  struct Place {
    std::size_t row, entry;
  };

  [[nodiscard]] double profit(const Place& place) const {
    return multipliers_[place.row] - model_.rows[place.row][place.entry].cost;
  }

  double evaluate() {
    double sum = 0;
    for (const double multiplier : multipliers_) sum += multiplier;
    std::vector<double> reduced;
    double locked = 0;
    for (Slot slot = 0; slot < model_.n_slots(); ++slot) {
      const double earned = fill(slot);
      if (slot < model_.n_columns) {
        reduced.push_back(-earned);
      } else {
        locked -= earned;
      }
    }
    relaxed_.choose(reduced);
    return sum + locked + relaxed_.sum();
  }

  /// The most profitable rows for a slot; keeps which.
  double fill(Slot slot) {
    std::vector<KnapsackItem> items;
    std::vector<std::size_t> rows;
    for (const Place& place : slots_[slot]) {
      const double gain = profit(place);
      if (gain <= 0 || fixing_.is_out[place.row][place.entry]) continue;
      items.push_back({model_.loads[place.row], gain});
      rows.push_back(place.row);
    }
    std::vector<bool> is_taken;
    const double earned = bound_knapsack(items, model_.capacities[slot], is_taken);
    taken_[slot].clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (is_taken[i]) taken_[slot].push_back(rows[i]);
    }
    return earned;
  }

  [[nodiscard]] bool is_used(Slot slot) const {
    return slot >= model_.n_columns || relaxed_.is_chosen(slot);
  }

  void move(double excess) {
    std::vector<double> subgradient(multipliers_.size(), 1);
    for (Slot slot = 0; slot < model_.n_slots(); ++slot) {
      if (!is_used(slot)) continue;
      for (const std::size_t row : taken_[slot]) subgradient[row] -= 1;
    }
    double norm = 0;
    for (std::size_t row = 0; row < subgradient.size(); ++row) {
      direction_[row] = (1 - kSmoothing) * subgradient[row] + kSmoothing * direction_[row];
      norm += direction_[row] * direction_[row];
    }
    if (norm == 0) return;
    for (std::size_t row = 0; row < subgradient.size(); ++row) {
      multipliers_[row] += excess / norm * direction_[row];
    }
  }

  [[nodiscard]] bool excludes(double value) const {
    const double safe = value - kRoundOff * std::abs(value);
    return model_.is_whole ? safe > best_.cost - 1 : safe >= best_.cost * (1 - kRoundOff);
  }

  void propose(const StopSignal& /*signal*/) {
    std::vector<SiteColumn> open(relaxed_.chosen().begin(), relaxed_.chosen().end());
    std::ranges::sort(open);
    if (open == proposed_ || !keeps_rules(rules_, open)) return;
    proposed_ = open;
    auto choice = give_rows(model_, open);
    if (choice && choice->cost < best_.cost) best_ = std::move(*choice);
  }

  /// Columns, and pairs: a row with a profit below nothing costs at least that if it is given
  /// there all the same, and more where the slot is not chosen.
  void fix(double value) {
    for (Slot slot = 0; slot < model_.n_columns; ++slot) {
      const bool chosen = relaxed_.is_chosen(slot);
      const double rise = chosen ? relaxed_.rise_if_out(slot) : relaxed_.rise_if_in(slot);
      if (excludes(value + rise)) {
        fixing_.columns[slot] = chosen ? ColumnState::kOpen : ColumnState::kClosed;
      }
    }
    for (Slot slot = 0; slot < model_.n_slots(); ++slot) {
      const double rise = is_used(slot) ? 0 : std::max(0.0, relaxed_.rise_if_in(slot));
      for (const Place& place : slots_[slot]) {
        const double loss = std::max(0.0, -profit(place));
        const bool closed =
            slot < model_.n_columns && fixing_.columns[slot] == ColumnState::kClosed;
        if (closed || excludes(value + rise + loss)) fixing_.is_out[place.row][place.entry] = true;
      }
    }
  }

  const CapacitatedModel& model_;
  const ChoiceRules& rules_;
  RelaxedChoice relaxed_;
  CapacitatedChoice best_;
  std::vector<double> multipliers_, kept_, direction_;
  std::vector<std::vector<std::size_t>> taken_;
  std::vector<std::vector<Place>> slots_;
  std::vector<SiteColumn> proposed_;
  double bound_ = -std::numeric_limits<double>::infinity();
  PairFixing fixing_;
};

}  // namespace

PairFixing::PairFixing(const CapacitatedModel& model)
    : columns(model.n_columns, ColumnState::kFree) {
  for (const auto& row : model.rows) is_out.emplace_back(row.size(), false);
}

CapacitatedBound bound_capacitated(const CapacitatedModel& model, const ChoiceRules& rules,
                                   CapacitatedChoice choice, const StopSignal& signal) {
  if (model.rows.empty()) {
    return {.bound = 0, .choice = std::move(choice), .fixing = PairFixing(model)};
  }
  return CapacitatedLagrangian(model, rules, std::move(choice)).run(signal);
}

}  // namespace pahunch
