#include "planner/siting/capacitated_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planner/siting/give_rows.h"
#include "planner/siting/knapsack.h"
#include "planner/siting/relaxed_choice.h"
#include "planner/siting/round_off.h"
#include "planner/siting/transport.h"

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
        offers_(model.n_slots()),
        fixing_(model) {
    fixes_pairs_ = model.giving == Giving::kWhole && model.n_entries() <= kFewPairs;
    multipliers_ = start_multipliers();
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
      if (round % kRoundsBetweenChoices == 0) propose();
      if (++n_idle > kPatience) {
        n_idle = 0;
        scale /= 2;
        multipliers_ = kept_;
        evaluate();
      }
      move(scale * (best_.cost - value));
    }
    const double safe = std::max(0.0, bound_ - kRoundOff * (std::abs(bound_) + magnitude_));
    return {.bound = std::min(model_.is_whole ? std::ceil(safe) : safe, best_.cost),
            .choice = std::move(best_),
            .fixing = std::move(fixing_)};
  }

 private:
  static constexpr int kMostRounds = 800, kPatience = 20, kRoundsBetweenChoices = 10;
  static constexpr double kFirstScale = 1.5, kLastScale = 1e-3, kSmoothing = 0.3;

  /// With more, looking at each pair in each round takes longer than it brings.
  static constexpr std::size_t kFewPairs = 300'000;

  /// Of rows that a slot gains by.
  struct Offers {
    std::vector<std::size_t> rows;
    std::vector<KnapsackItem> items;
    std::vector<double> taken;
  };

  /// Each row's cost at its second best slot, from where few rows given whole are closer to the
  /// best; else that at the known sites, as far as these tell it.
  [[nodiscard]] std::vector<double> start_multipliers() const {
    if (!fixes_pairs_) {
      if (auto duals = find_row_duals(model_, best_.open)) return *duals;
    }
    std::vector<double> second;
    for (const auto& row : model_.rows) {
      second.push_back(row[std::min<std::size_t>(row.size() - 1, 1)].cost);
    }
    return second;
  }

  void collect_offers() {
    for (Offers& offers : offers_) {
      offers.rows.clear();
      offers.items.clear();
    }
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      for (std::size_t i = 0; i < model_.rows[row].size(); ++i) {
        const auto& entry = model_.rows[row][i];
        const double profit = multipliers_[row] - entry.cost;
        if (profit <= 0 && model_.giving != Giving::kNearest) break;  // the others cost more
        if (profit <= 0 || fixing_.is_out[row][i]) continue;
        offers_[entry.slot].rows.push_back(row);
        offers_[entry.slot].items.push_back({model_.loads[row], profit});
      }
    }
  }

  double evaluate() {
    double sum = 0;
    double magnitude = 0;
    for (const double multiplier : multipliers_) {
      sum += multiplier;
      magnitude += std::abs(multiplier);
    }
    magnitude_ = std::max(magnitude_, magnitude);
    collect_offers();
    const auto parts =
        model_.giving == Giving::kSplit ? KnapsackParts::kAny : KnapsackParts::kWhole;
    std::vector<double> reduced;
    double locked = 0;
    for (Slot slot = 0; slot < model_.n_slots(); ++slot) {
      Offers& offers = offers_[slot];
      const double earned =
          bound_knapsack(offers.items, model_.capacities[slot], parts, offers.taken);
      if (slot < model_.n_columns) {
        reduced.push_back(-earned);
      } else {
        locked -= earned;
      }
    }
    relaxed_.choose(reduced);
    return sum + locked + relaxed_.sum();
  }

  [[nodiscard]] bool is_used(Slot slot) const {
    return slot >= model_.n_columns || relaxed_.is_chosen(slot);
  }

  void move(double excess) {
    std::vector<double> subgradient(multipliers_.size(), 1);
    for (Slot slot = 0; slot < model_.n_slots(); ++slot) {
      if (!is_used(slot)) continue;
      for (std::size_t i = 0; i < offers_[slot].rows.size(); ++i) {
        subgradient[offers_[slot].rows[i]] -= offers_[slot].taken[i];
      }
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
    const double safe = value - kRoundOff * (std::abs(value) + magnitude_);
    return model_.is_whole ? safe > best_.cost - 1 : safe >= best_.cost * (1 - kRoundOff);
  }

  void propose() {
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
    if (fixes_pairs_) fix_pairs(value);
  }

  void fix_pairs(double value) {
    std::vector<double> rise;
    for (Slot slot = 0; slot < model_.n_slots(); ++slot) {
      rise.push_back(is_used(slot) ? 0 : std::max(0.0, relaxed_.rise_if_in(slot)));
    }
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      for (std::size_t i = 0; i < model_.rows[row].size(); ++i) {
        const auto& entry = model_.rows[row][i];
        const double loss = std::max(0.0, entry.cost - multipliers_[row]);
        if (excludes(value + rise[entry.slot] + loss)) fixing_.is_out[row][i] = true;
      }
    }
  }

  const CapacitatedModel& model_;
  const ChoiceRules& rules_;
  RelaxedChoice relaxed_;
  CapacitatedChoice best_;
  std::vector<double> multipliers_, kept_, direction_;
  std::vector<Offers> offers_;  ///< by slot
  bool fixes_pairs_ = false;
  double magnitude_ = 0;  ///< most that a round has summed: the allowance for round-off
  std::vector<SiteColumn> proposed_;
  double bound_ = -std::numeric_limits<double>::infinity();
  PairFixing fixing_;
};

}  // namespace

PairFixing::PairFixing(const CapacitatedModel& model)
    : columns(model.n_columns, ColumnState::kFree) {
  for (const auto& row : model.rows) is_out.emplace_back(row.size(), false);
}

bool PairFixing::allows(const CapacitatedModel& model, std::size_t row, std::size_t entry) const {
  const Slot slot = model.rows[row][entry].slot;
  const bool is_closed = slot < model.n_columns && columns[slot] == ColumnState::kClosed;
  return !is_closed && !is_out[row][entry];
}

CapacitatedBound bound_capacitated(const CapacitatedModel& model, const ChoiceRules& rules,
                                   CapacitatedChoice choice, const StopSignal& signal) {
  if (model.rows.empty()) {
    return {.bound = 0, .choice = std::move(choice), .fixing = PairFixing(model)};
  }
  return CapacitatedLagrangian(model, rules, std::move(choice)).run(signal);
}

}  // namespace pahunch
