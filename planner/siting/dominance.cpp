#include "planner/siting/dominance.h"

#include <algorithm>

namespace pahunch {
namespace {

class DominanceFinder {
 public:
  explicit DominanceFinder(const LossModel& model) : model_(model) {}

  [[nodiscard]] bool is_dominated(SiteColumn column) const {
    const auto entries = model_.column(column);
    if (entries.empty()) return model_.open_cost[column] >= 0 && model_.n_columns() > 0;
    const auto rarest = std::ranges::min_element(
        entries, {}, [&](const auto& entry) { return model_.row(entry.row).size(); });
    return std::ranges::any_of(model_.row(rarest->row), [&](const LossModel::Entry& other) {
      return other.loss <= rarest->loss && other.column != column && beats(other.column, column);
    });
  }

 private:
  /// At least as good in every row, and better or earlier.
  [[nodiscard]] bool beats(SiteColumn winner, SiteColumn loser) const {
    const auto mine = model_.column(winner), its = model_.column(loser);
    if (mine.size() < its.size() || model_.open_cost[winner] > model_.open_cost[loser]) {
      return false;
    }
    bool is_better = mine.size() > its.size() || model_.open_cost[winner] < model_.open_cost[loser];
    auto at = mine.begin();
    for (const auto& entry : its) {
      while (at != mine.end() && at->row < entry.row) ++at;
      if (at == mine.end() || at->row != entry.row || at->loss > entry.loss) return false;
      is_better = is_better || at->loss < entry.loss;
    }
    return is_better || winner < loser;
  }

  const LossModel& model_;
};

/// Sites that only make up the number must not cost anything.
bool may_drop(const LossModel& model, const ChoiceRules& rules) {
  const bool is_free = std::ranges::all_of(model.open_cost, [](double cost) { return cost == 0; });
  return rules.only_count() && (rules.at_least == 0 || is_free);
}

}  // namespace

RestrictedModel drop_dominated(const LossModel& model, const ChoiceRules& rules) {
  Fixing fixing(model);
  const DominanceFinder finder(model);
  const bool drops = may_drop(model, rules);
  for (SiteColumn column = 0; column < model.n_columns(); ++column) {
    if (drops && finder.is_dominated(column)) {
      fixing.columns[column] = ColumnState::kClosed;
    }
  }
  RestrictedModel made = restrict_model(model, rules, fixing);
  if (drops) {
    made.rules.at_least = std::min(made.rules.at_least, made.original.size());
    made.is_impossible = false;
  }
  return made;
}

}  // namespace pahunch
