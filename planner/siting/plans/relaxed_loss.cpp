#include "planner/siting/plans/relaxed_loss.h"

#include <algorithm>
#include <cmath>

namespace pahunch {

RelaxedLoss::RelaxedLoss(const LossModel& model, const ChoiceRules& rules,
                         const std::vector<double>& values)
    : model_(model),
      multipliers_(model, values),
      relaxed_(rules.at_least, rules.at_most),
      reduced_(model.open_cost),
      value_(model.constant) {
  magnitude_ = std::abs(model.constant);
  for (const double cost : model.open_cost) magnitude_ += cost;
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    const double multiplier = multipliers_[row];
    value_ += multiplier;
    magnitude_ += multiplier;
    for (const auto& entry : model.row(row)) {
      if (entry.loss >= multiplier) break;
      reduced_[entry.column] += entry.loss - multiplier;
    }
  }
  for (const double cost : reduced_) magnitude_ += std::abs(cost);
  relaxed_.choose(reduced_);
  value_ += relaxed_.sum();
}

double RelaxedLoss::least_with(SiteColumn column) const {
  const double rise = relaxed_.is_chosen(column) ? 0 : relaxed_.rise_if_in(column);
  return rounded(value_ + std::max(0.0, rise));
}

double RelaxedLoss::least_without(SiteColumn column) const {
  const double rise = relaxed_.is_chosen(column) ? relaxed_.rise_if_out(column) : 0;
  return rounded(value_ + std::max(0.0, rise));
}

/// The longest chain of sums times the unit round-off times what is summed.
double RelaxedLoss::round_off() const {
  if (multipliers_.is_exact()) return 0;
  const auto n_terms = 2.0 * static_cast<double>(model_.n_rows() + model_.n_columns()) + 16;
  return n_terms * 0x1p-53 * magnitude_;
}

double RelaxedLoss::rounded(double value) const {
  const double safe = value - round_off();
  return model_.is_whole ? std::ceil(safe) : safe;
}

}  // namespace pahunch
