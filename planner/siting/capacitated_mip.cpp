#include "planner/siting/capacitated_mip.h"

#include <algorithm>

#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

class CapacitatedMipMaker {
 public:
  CapacitatedMipMaker(const CapacitatedModel& model, const ChoiceRules& rules,
                      const PairFixing& fixing, MipColumnKind share)
      : model_(model), fixing_(fixing), share_(share), loads_(model.n_slots()) {
    made_.given.resize(model.points.size());
    for (CapacitatedModel::Slot slot = 0; slot < model.n_columns; ++slot) {
      made_.open.push_back(made_.mip.add_column(0, MipColumnKind::kWhole, column_bounds(slot)));
    }
    add_rule_rows(made_.mip, rules, made_.open);
  }

  CapacitatedMip make() {
    for (std::size_t point = 0; point < model_.points.size(); ++point) add_point(point);
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

  void add_point(std::size_t point) {
    std::vector<MipModel::Term> once;
    for (std::size_t i = 0; i < model_.rows[point].size(); ++i) {
      if (fixing_.is_out[point][i]) continue;
      const auto& entry = model_.rows[point][i];
      const int column = made_.mip.add_column(entry.cost, share_);
      once.emplace_back(column, 1.0);
      made_.given[point].emplace_back(column, entry.slot);
      loads_[entry.slot].emplace_back(column, static_cast<double>(model_.loads[point]));
      if (entry.slot < model_.n_columns) {
        const std::vector<MipModel::Term> only_if_open = {{column, 1.0},
                                                          {made_.open[entry.slot], -1.0}};
        made_.mip.add_row({-kInfinity, 0}, only_if_open);
      }
    }
    made_.mip.add_row({1, 1}, once);
  }

  void add_capacity(CapacitatedModel::Slot slot) {
    if (loads_[slot].empty() || model_.capacities[slot] == Site::kNoCapacity) return;
    const auto capacity = static_cast<double>(model_.capacities[slot]);
    double upper = capacity;
    if (slot < model_.n_columns) {
      loads_[slot].emplace_back(made_.open[slot], -capacity);
      upper = 0;
    }
    made_.mip.add_row({-kInfinity, upper}, loads_[slot]);
  }

  const CapacitatedModel& model_;
  const PairFixing& fixing_;
  MipColumnKind share_;
  CapacitatedMip made_;
  std::vector<std::vector<MipModel::Term>> loads_;
};

}  // namespace

bool CapacitatedMip::has_lone_point() const {
  return std::ranges::any_of(given, [](const auto& at) { return at.empty(); });
}

CapacitatedMip make_capacitated_mip(const CapacitatedModel& model, const ChoiceRules& rules,
                                    const PairFixing& fixing, MipColumnKind share) {
  return CapacitatedMipMaker(model, rules, fixing, share).make();
}

}  // namespace pahunch
