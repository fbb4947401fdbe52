#include "planner/siting/capacitated_mip.h"

#include <algorithm>
#include <numeric>

#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

class CapacitatedMipMaker {
 public:
  CapacitatedMipMaker(const CapacitatedModel& model, const ChoiceRules& rules,
                      const PairFixing& fixing, CapacitatedGoal goal)
      : model_(model), fixing_(fixing), goal_(std::move(goal)), loads_(model.n_slots()) {
    made_.given.resize(model.n_rows());
    for (CapacitatedModel::Slot slot = 0; slot < model.n_columns; ++slot) {
      const double cost = goal_.opening.empty() ? 0 : goal_.opening[slot];
      made_.open.push_back(made_.mip.add_column(cost, MipColumnKind::kWhole, column_bounds(slot)));
    }
    add_rule_rows(made_.mip, rules, made_.open);
  }

  CapacitatedMip make() {
    for (std::size_t row = 0; row < model_.n_rows(); ++row) add_row(row);
    for (CapacitatedModel::Slot slot = 0; slot < model_.n_slots(); ++slot) add_capacity(slot);
    return std::move(made_);
  }

 private:
  [[nodiscard]] MipModel::Bounds column_bounds(CapacitatedModel::Slot slot) const {
    switch (fixing_.columns[slot]) {
      case ColumnState::kOpen:
        return {1, 1};
      case ColumnState::kClosed:
        return {0, 0};
      default:
        return {0, 1};
    }
  }

  [[nodiscard]] MipColumnKind share_kind() const {
    return model_.giving == Giving::kWhole ? MipColumnKind::kWhole : MipColumnKind::kContinuous;
  }

  void add_row(std::size_t row) {
    std::vector<MipModel::Term> once;
    for (std::size_t i = 0; i < model_.rows[row].size(); ++i) {
      const auto& entry = model_.rows[row][i];
      if (!fixing_.allows(model_, row, i)) continue;
      const double cost = goal_.counts_cost ? entry.cost : 0;
      const int column = made_.mip.add_column(cost, share_kind());
      once.emplace_back(column, 1.0);
      made_.given[row].emplace_back(column, entry.slot);
      loads_[entry.slot].emplace_back(column, static_cast<double>(model_.loads[row]));
      if (entry.slot < model_.n_columns) {
        const std::vector<MipModel::Term> only_if_open = {{column, 1.0},
                                                          {made_.open[entry.slot], -1.0}};
        made_.mip.add_row({-kInfinity, 0}, only_if_open);
      }
    }
    made_.mip.add_row({1, 1}, once);
    if (model_.giving == Giving::kNearest) add_nearest(row);
  }

  /// Behind an open column nothing is given: open + all behind <= 1.
  void add_nearest(std::size_t row) {
    std::vector<MipModel::Term> behind;
    const auto& given = made_.given[row];
    for (std::size_t i = given.size(); i-- > 0;) {
      const auto [column, slot] = given[i];
      if (!behind.empty() && slot < model_.n_columns) {
        behind.emplace_back(made_.open[slot], 1.0);
        made_.mip.add_row({-kInfinity, 1}, behind);
        behind.pop_back();
      }
      behind.emplace_back(column, 1.0);
    }
  }

  void add_capacity(CapacitatedModel::Slot slot) {
    if (loads_[slot].empty() || model_.capacities[slot] == Site::kNoCapacity) return;
    const auto capacity = static_cast<double>(model_.capacities[slot]);
    double upper = capacity;
    if (slot < model_.n_columns) {
      loads_[slot].emplace_back(made_.open[slot], -capacity);
      upper = 0;
    }
    if (goal_.excess != Excess::kNone) loads_[slot].emplace_back(excess_of(slot), -1.0);
    made_.mip.add_row({-kInfinity, upper}, loads_[slot]);
  }

  int excess_of(CapacitatedModel::Slot slot) {
    const auto most = static_cast<double>(total_load());
    const bool is_shared = goal_.excess == Excess::kAtEach && !made_.excess.empty();
    const int column = is_shared ? made_.excess.front().first
                                 : made_.mip.add_column(1, MipColumnKind::kContinuous, {0, most});
    made_.excess.emplace_back(column, slot);
    return column;
  }

  [[nodiscard]] std::int64_t total_load() const {
    return std::accumulate(model_.loads.begin(), model_.loads.end(), std::int64_t{0});
  }

  const CapacitatedModel& model_;
  const PairFixing& fixing_;
  CapacitatedGoal goal_;
  CapacitatedMip made_;
  std::vector<std::vector<MipModel::Term>> loads_;
};

}  // namespace

bool CapacitatedMip::has_lone_row() const {
  return std::ranges::any_of(given, [](const auto& at) { return at.empty(); });
}

CapacitatedMip make_capacitated_mip(const CapacitatedModel& model, const ChoiceRules& rules,
                                    const PairFixing& fixing, CapacitatedGoal goal) {
  return CapacitatedMipMaker(model, rules, fixing, std::move(goal)).make();
}

}  // namespace pahunch
