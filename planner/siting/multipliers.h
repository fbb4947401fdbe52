/// \file
/// The multipliers of a Lagrangian relaxation: moved by subgradients, on a grid where sums must be
/// exact.
#pragma once

#include <vector>

#include "planner/siting/loss_model.h"

namespace pahunch {

class Multipliers {
 public:
  /// Begins from the loss at the second best open column of each row, as the multiplier of a row
  /// lies between its best and its second best in a good solution.
  Multipliers(const LossModel& model, const std::vector<SiteColumn>& open);

  /// Begins from these, by row, as near as bounds and grid let.
  Multipliers(const LossModel& model, const std::vector<double>& values);

  [[nodiscard]] double operator[](std::size_t row) const { return values_[row]; }
  [[nodiscard]] const std::vector<double>& values() const { return values_; }
  void restore(std::vector<double> values) { values_ = std::move(values); }

  /// Sums of them and of losses below them are exact.
  [[nodiscard]] bool is_exact() const { return is_exact_; }

  /// A step along the subgradient (1 less the number of chosen columns below the multiplier),
  /// smoothed by the direction before. `excess`: of the wanted value over the present one.
  void move(const std::vector<double>& subgradient, double scale, double excess);

 private:
  static constexpr double kDirectionSmoothing = 0.3;  ///< share of the direction before

  void set_up(const LossModel& model);
  [[nodiscard]] double on_grid(double value) const;

  std::vector<double> values_, highest_, direction_;
  double grid_ = 0;  ///< 0: any number
  bool is_exact_ = false;
};

}  // namespace pahunch
