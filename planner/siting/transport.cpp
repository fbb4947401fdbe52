#include "planner/siting/transport.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;
constexpr double kNoWay = std::numeric_limits<double>::infinity();
constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

class Transporter {
 public:
  Transporter(const CapacitatedModel& model, const std::vector<SiteColumn>& open)
      : model_(model), place_of_(model.n_slots(), CapacitatedModel::kNoSlot) {
    for (const SiteColumn column : open) add_slot(column);
    for (auto slot = static_cast<Slot>(model.n_columns); slot < model.n_slots(); ++slot) {
      add_slot(slot);
    }
    held_.resize(slots_.size());
    moves_.assign(slots_.size(), std::vector<Move>(slots_.size()));
    for (std::size_t row = 0; row < model.n_rows(); ++row) add_costs(row);
  }

  /// False: the open slots cannot take all.
  bool run() {
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      std::int64_t left = model_.loads[row];
      while (left > 0) {
        const std::int64_t given = give(row, left);
        if (given == 0) return false;
        left -= given;
      }
    }
    return true;
  }

  [[nodiscard]] CapacitatedChoice choice(std::vector<SiteColumn> open) const {
    CapacitatedChoice found = {.open = std::move(open), .parts = {}, .cost = 0};
    for (std::size_t at = 0; at < slots_.size(); ++at) {
      for (const auto& [row, held] : held_[at]) {
        found.parts.push_back({row, slots_[at], held.weight});
        found.cost += held.each * static_cast<double>(held.weight);
      }
    }
    std::ranges::sort(found.parts, [](const auto& a, const auto& b) {
      return a.row != b.row ? a.row < b.row : a.slot < b.slot;
    });
    return found;
  }

  [[nodiscard]] std::vector<double> row_duals() {
    const std::vector<double> price = prices();
    std::vector<double> duals;
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      double least = kNoWay;
      for (const Cost& cost : costs_[row]) least = std::min(least, cost.each + price[cost.at]);
      duals.push_back(least * static_cast<double>(model_.loads[row]));
    }
    return duals;
  }

 private:
  struct Cost {
    std::size_t at = 0;  ///< position of the slot among the open ones
    double each = 0;     ///< of one unit of weight
  };
  struct Held {
    std::int64_t weight = 0;
    double each = 0;
  };
  /// The cheapest move of a unit from one slot to another; known of full slots only.
  struct Move {
    double each = kNoWay;
    std::size_t row = kNoRow;
  };

  /// By open slot. A unit more of room lets some row move in, which makes room in turn where it
  /// was: the best chain, by Bellman and Ford.
  std::vector<double> prices() {
    for (std::size_t at = 0; at < slots_.size(); ++at) refresh(at);
    std::vector<double> price(slots_.size(), 0);
    bool is_better = true;
    for (std::size_t round = 0; round < slots_.size() && is_better; ++round) {
      is_better = false;
      for (std::size_t at = 0; at < slots_.size(); ++at) {
        if (room_[at] > 0) continue;
        for (std::size_t from = 0; from < slots_.size(); ++from) {
          const double saved = price[from] - moves_[from][at].each;
          if (saved <= price[at]) continue;
          price[at] = saved;
          is_better = true;
        }
      }
    }
    return price;
  }

  void add_slot(Slot slot) {
    place_of_[slot] = static_cast<Slot>(slots_.size());
    slots_.push_back(slot);
    room_.push_back(model_.capacities[slot]);
  }

  void add_costs(std::size_t row) {
    std::vector<Cost> costs;
    for (const auto& entry : model_.rows[row]) {
      const Slot at = place_of_[entry.slot];
      if (at == CapacitatedModel::kNoSlot) continue;
      costs.push_back({at, entry.cost / static_cast<double>(model_.loads[row])});
      most_each_ = std::max(most_each_, costs.back().each);
    }
    costs_.push_back(std::move(costs));
  }

  /// Gives as much as one path takes; how much.
  std::int64_t give(std::size_t row, std::int64_t left) {
    find_ways(row);
    std::size_t end = slots_.size();
    for (std::size_t at = 0; at < slots_.size(); ++at) {
      if (room_[at] > 0 && way_[at] < (end == slots_.size() ? kNoWay : way_[end])) end = at;
    }
    if (end == slots_.size()) return 0;
    std::int64_t amount = std::min(left, room_[end]);
    for (std::size_t at = end; before_[at] != slots_.size(); at = before_[at]) {
      const std::size_t from = before_[at];
      amount = std::min(amount, held_[from].at(moves_[from][at].row).weight);
    }
    push(row, end, amount);
    return amount;
  }

  /// Least cost of a unit of the row at each slot, others moving on where it is full: Bellman and
  /// Ford over the full slots. No chain costs less than nothing, or what is given were not best.
  void find_ways(std::size_t row) {
    way_.assign(slots_.size(), kNoWay);
    before_.assign(slots_.size(), slots_.size());
    for (const Cost& cost : costs_[row]) way_[cost.at] = cost.each;
    bool is_better = true;
    for (std::size_t round = 0; round < slots_.size() && is_better; ++round) {
      is_better = false;
      for (std::size_t from = 0; from < slots_.size(); ++from) {
        if (room_[from] > 0 || way_[from] == kNoWay) continue;
        for (std::size_t to = 0; to < slots_.size(); ++to) {
          if (!is_less(way_[from] + moves_[from][to].each, way_[to])) continue;
          way_[to] = way_[from] + moves_[from][to].each;
          before_[to] = from;
          is_better = true;
        }
      }
    }
  }

  /// By more than the round-off of a chain, or chains could go round in circles.
  [[nodiscard]] bool is_less(double a, double b) const {
    constexpr double kSlack = 1e-12;
    return b == kNoWay ? a < b : a < b - kSlack * std::max(most_each_, std::abs(b));
  }

  void push(std::size_t row, std::size_t end, std::int64_t amount) {
    std::vector<std::size_t> touched = {end};
    std::size_t at = end;
    for (; before_[at] != slots_.size(); at = before_[at]) {
      const std::size_t from = before_[at], mover = moves_[from][at].row;
      take(mover, from, amount);
      put(mover, at, amount);
      touched.push_back(from);
    }
    put(row, at, amount);
    room_[end] -= amount;
    for (const std::size_t slot : touched) {
      if (room_[slot] == 0) refresh(slot);
    }
  }

  void put(std::size_t row, std::size_t at, std::int64_t amount) {
    Held& held = held_[at][row];
    held.each = std::ranges::find(costs_[row], at, &Cost::at)->each;
    held.weight += amount;
  }

  void take(std::size_t row, std::size_t at, std::int64_t amount) {
    const auto held = held_[at].find(row);
    held->second.weight -= amount;
    if (held->second.weight == 0) held_[at].erase(held);
  }

  void refresh(std::size_t from) {
    moves_[from].assign(slots_.size(), Move());
    for (const auto& [row, held] : held_[from]) {
      for (const Cost& cost : costs_[row]) {
        const double more = cost.each - held.each;
        if (cost.at != from && more < moves_[from][cost.at].each) {
          moves_[from][cost.at] = {more, row};
        }
      }
    }
  }

  const CapacitatedModel& model_;
  std::vector<Slot> place_of_, slots_;
  std::vector<std::int64_t> room_;        ///< by open slot
  std::vector<std::vector<Cost>> costs_;  ///< by row
  double most_each_ = 0;
  std::vector<std::map<std::size_t, Held>> held_;  ///< by open slot: rows
  std::vector<std::vector<Move>> moves_;           ///< from, to
  std::vector<double> way_;                        ///< by open slot
  std::vector<std::size_t> before_;                ///< the slot that moves on to this one
};

}  // namespace

std::optional<CapacitatedChoice> transport_rows(const CapacitatedModel& model,
                                                const std::vector<SiteColumn>& open) {
  Transporter transporter(model, open);
  if (!transporter.run()) return std::nullopt;
  return transporter.choice(open);
}

std::optional<std::vector<double>> find_row_duals(const CapacitatedModel& model,
                                                  const std::vector<SiteColumn>& open) {
  Transporter transporter(model, open);
  if (!transporter.run()) return std::nullopt;
  return transporter.row_duals();
}

}  // namespace pahunch
