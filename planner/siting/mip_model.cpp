#include <algorithm>

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

MipResult MipModel::solve_without_columns(double cutoff) const {
  const bool fits = std::ranges::all_of(
      row_bounds_, [](const Bounds& row) { return row.lower <= 0 && row.upper >= 0; });
  if (!fits || constant >= cutoff) return {.status = MipStatus::kNone, .bound = cutoff};
  return {.status = MipStatus::kSolved, .bound = constant};
}

}  // namespace pahunch
