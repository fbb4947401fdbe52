#include "planner/siting/multipliers.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/nearest_two.h"
#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

constexpr double kFinestGrid = 0x1p-16, kCoarsestGrid = 0x1p-3;

}  // namespace

Multipliers::Multipliers(const LossModel& model, const std::vector<SiteColumn>& open) {
  set_up(model);
  NearestTwo nearest(model);
  for (const SiteColumn column : open) nearest.open(column);
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    values_.push_back(on_grid(std::min(nearest.row(row).second_loss, highest_[row])));
  }
}

Multipliers::Multipliers(const LossModel& model, const std::vector<double>& values) {
  set_up(model);
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    values_.push_back(std::clamp(on_grid(values[row]), 0.0, highest_[row]));
  }
}

void Multipliers::set_up(const LossModel& model) {
  direction_.assign(model.n_rows(), 0);
  double sum = std::abs(model.constant);
  for (const double cost : model.open_cost) sum += std::abs(cost);
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    // A multiplier above the largest loss of a row that must be reached can still be of use where
    // sites are dear; twice of it is enough to start from.
    const double largest = model.row(row).back().loss;
    highest_.push_back(model.must_reach[row] ? 2 * largest + 1 : model.last_resort[row]);
    sum += highest_.back();
  }
  if (!model.is_whole) return;
  grid_ = kFinestGrid;
  while (grid_ < kCoarsestGrid && sum / grid_ >= kExactSums) grid_ *= 2;
  is_exact_ = sum / grid_ < kExactSums;
  if (!is_exact_) grid_ = 0;
}

double Multipliers::on_grid(double value) const {
  return grid_ == 0 ? value : std::floor(value / grid_) * grid_;
}

void Multipliers::move(const std::vector<double>& subgradient, double scale, double excess) {
  double norm = 0;
  for (std::size_t row = 0; row < values_.size(); ++row) {
    direction_[row] =
        (1 - kDirectionSmoothing) * subgradient[row] + kDirectionSmoothing * direction_[row];
    norm += direction_[row] * direction_[row];
  }
  if (norm == 0) return;
  const double step = scale * excess / norm;
  for (std::size_t row = 0; row < values_.size(); ++row) {
    const double moved = values_[row] + step * direction_[row];
    values_[row] = std::clamp(on_grid(moved), 0.0, highest_[row]);
  }
}

}  // namespace pahunch
