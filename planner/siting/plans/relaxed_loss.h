/// \file
/// Lower limits of what choices lose, read off one evaluation of the Lagrangian relaxation of
/// lagrangian.h: of all choices, and of those with or without one column. Unlike the fixing there,
/// each limit stands for itself and not against one loss to beat.
///
/// Safe as there: exact where losses are whole and the multipliers on their grid, else with the
/// error that rounding can make taken off. Complexity: O(pairs below the multipliers).
#pragma once

#include "planner/siting/multipliers.h"
#include "planner/siting/relaxed_choice.h"

namespace pahunch {

class RelaxedLoss {
 public:
  /// `values`: multipliers by row. Only the number of sites is looked at, other rules can but make
  /// the limits larger.
  RelaxedLoss(const LossModel& model, const ChoiceRules& rules, const std::vector<double>& values);

  [[nodiscard]] double least() const { return rounded(value_); }
  [[nodiscard]] double least_with(SiteColumn column) const;
  [[nodiscard]] double least_without(SiteColumn column) const;

 private:
  [[nodiscard]] double round_off() const;
  [[nodiscard]] double rounded(double value) const;

  const LossModel& model_;
  Multipliers multipliers_;
  RelaxedChoice relaxed_;
  std::vector<double> reduced_;
  double value_ = 0, magnitude_ = 0;
};

}  // namespace pahunch
