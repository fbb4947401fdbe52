#include "planner/siting/loss_relaxation.h"

#include <algorithm>

#include "planner/siting/level_mip.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

/// The dual of: least open_cost x + (last resort - loss) z over z + (x of the row) >= 1, the rules
/// and x <= 1. Its first columns are those of the rows of the model.
class LossDual {
 public:
  LossDual(const LossModel& model, const ChoiceRules& rules)
      : model_(model), rows_(rules.n_columns()) {
    for (std::size_t at = 0; at < model.n_rows(); ++at) add_row(at);
    for (const RuleRow& row : list_rule_rows(rules)) add_rule(row);
    for (SiteColumn column = 0; column < rules.n_columns(); ++column) {
      rows_[column].emplace_back(add_column(1, kInfinity), -1.0);
      mip_.add_row({-kInfinity, model.open_cost[column]}, rows_[column]);
    }
  }

  [[nodiscard]] const MipModel& programme() const { return mip_; }

 private:
  int add_column(double cost, double upper) {
    return mip_.add_column(cost, MipColumnKind::kContinuous, {0, upper});
  }

  void add_row(std::size_t at) {
    const auto row = model_.row(at);
    const double most = model_.last_resort[at] - row.front().loss;
    const int column = add_column(-1, model_.must_reach[at] ? kInfinity : most);
    for (const auto& entry : row) rows_[entry.column].emplace_back(column, 1.0);
  }

  /// Sums are never below nothing.
  void add_rule(const RuleRow& row) {
    if (row.bounds.lower > 0) add_multiple(row, -row.bounds.lower, 1);
    if (row.bounds.upper < kInfinity) add_multiple(row, row.bounds.upper, -1);
  }

  void add_multiple(const RuleRow& row, double cost, double sign) {
    const int column = add_column(cost, kInfinity);
    for (const auto& [of, value] : row.terms) rows_[of].emplace_back(column, sign * value);
  }

  const LossModel& model_;
  std::vector<std::vector<MipModel::Term>> rows_;  ///< by column of the model
  MipModel mip_;
};

}  // namespace

LossRelaxation relax_loss(const LossModel& model, const ChoiceRules& rules,
                          const StopSignal& signal) {
  const bool is_too_large = model.entries.size() > kMostRelaxedEntries;
  if (model.n_rows() == 0 || is_too_large || !has_one_level(model)) return {};
  const MipRelaxation relaxed = relax_mip(LossDual(model, rules).programme(), signal);
  if (relaxed.values.empty()) return {};
  LossRelaxation made;
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    made.multipliers.push_back(model.row(at).front().loss + relaxed.values[at]);
  }
  for (const double dual : relaxed.duals) made.openness.push_back(std::clamp(-dual, 0.0, 1.0));
  return made;
}

}  // namespace pahunch
