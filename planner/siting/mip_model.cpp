#include <algorithm>
#include <cmath>

#include "planner/siting/mip.h"

namespace pahunch {

int MipModel::add_column(double cost, MipColumnKind kind, Bounds bounds) {
  costs_.push_back(cost);
  kinds_.push_back(kind);
  column_bounds_.push_back(bounds);
  return n_columns() - 1;
}

void MipModel::add_row(Bounds bounds, std::span<const Term> terms) {
  for (const auto& [column, value] : terms) {
    columns_.push_back(column);
    values_.push_back(value);
  }
  row_begin_.push_back(columns_.size());
  row_bounds_.push_back(bounds);
}

DualBound bound_by_duals(const MipModel& model, std::span<const double> duals) {
  constexpr double kRoundOffOfSum = 1e-12;
  DualBound found = {.bound = model.constant, .reduced = model.costs_};
  double size = std::abs(model.constant);
  const auto add = [&](double part) {
    found.bound += part;
    size += std::abs(part);
  };
  for (std::size_t row = 0; row < model.row_bounds_.size(); ++row) {
    const double dual = duals[row];
    const double side = dual > 0 ? model.row_bounds_[row].lower : model.row_bounds_[row].upper;
    if (dual == 0 || std::isinf(side)) continue;
    add(dual * side);
    for (std::size_t at = model.row_begin_[row]; at < model.row_begin_[row + 1]; ++at) {
      const double part = dual * model.values_[at];
      found.reduced[static_cast<std::size_t>(model.columns_[at])] -= part;
      size += std::abs(part);
    }
  }
  for (std::size_t column = 0; column < model.costs_.size(); ++column) {
    const auto& bounds = model.column_bounds_[column];
    const double cost = found.reduced[column];
    add(cost > 0 ? cost * bounds.lower : cost * bounds.upper);
    size += std::abs(model.costs_[column]);
  }
  found.bound -= kRoundOffOfSum * size;
  return found;
}

MipResult MipModel::solve_without_columns(double cutoff) const {
  const bool fits = std::ranges::all_of(
      row_bounds_, [](const Bounds& row) { return row.lower <= 0 && row.upper >= 0; });
  if (!fits || constant >= cutoff) return {.status = MipStatus::kNone, .bound = cutoff};
  return {.status = MipStatus::kSolved, .bound = constant};
}

}  // namespace pahunch
