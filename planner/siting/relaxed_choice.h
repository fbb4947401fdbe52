/// \file
/// The inner problem of the Lagrangian relaxation: the columns of least reduced cost, and what
/// forcing one in or out would add.
#pragma once

#include <span>
#include <vector>

#include "planner/siting/choice_rules.h"

namespace pahunch {

class RelaxedChoice {
 public:
  /// Between so many and so many columns; beyond the least number only those below nothing.
  RelaxedChoice(std::size_t at_least, std::size_t at_most)
      : at_least_(at_least), at_most_(at_most) {}

  void choose(std::span<const double> reduced);

  [[nodiscard]] std::span<const SiteColumn> chosen() const {
    return std::span(order_).first(n_chosen_);
  }
  [[nodiscard]] bool is_chosen(SiteColumn column) const { return is_chosen_[column]; }
  [[nodiscard]] double sum() const { return sum_; }
  /// What the sum rises by, at least, when an unchosen column must be in.
  [[nodiscard]] double rise_if_in(SiteColumn column) const;
  /// When a chosen one must be out.
  [[nodiscard]] double rise_if_out(SiteColumn column) const {
    return rise_if_out(cost_[column], 1);
  }
  /// When `n` chosen columns of this sum must be out.
  [[nodiscard]] double rise_if_out(double sum, std::size_t n) const;

 private:
  std::size_t at_least_, at_most_, n_chosen_ = 0;
  std::vector<double> cost_;
  std::vector<SiteColumn> order_;  ///< by cost
  std::vector<bool> is_chosen_;
  double sum_ = 0;
};

}  // namespace pahunch
