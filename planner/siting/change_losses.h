/// \file
/// What each single change of a choice loses: closing a column, opening one, or one in place of
/// another (the fast evaluation of Whitaker 1983).
#pragma once

#include <vector>

#include "planner/siting/nearest_two.h"

namespace pahunch {

class ChangeLosses {
 public:
  ChangeLosses(const LossModel& model, const NearestTwo& nearest)
      : model_(model), nearest_(nearest), closing_(model.n_columns()) {}

  /// Reckons the closings anew, after a change of what is open. O(rows).
  void reckon_closings();
  /// Of closing an open column alone.
  [[nodiscard]] double of_closing(SiteColumn out) const { return closing_[out]; }

  /// Reckons the changes that open this column. O(columns + its rows).
  void reckon_opening(SiteColumn in);
  /// What the loss falls by when it opens alone.
  [[nodiscard]] double gain() const { return gain_; }
  /// What the loss rises by when it takes the place of this open column.
  [[nodiscard]] double of_swap(SiteColumn out) const { return swap_loss_[out] - gain_; }

 private:
  const LossModel& model_;
  const NearestTwo& nearest_;
  std::vector<double> closing_, swap_loss_;
  double gain_ = 0;
};

}  // namespace pahunch
