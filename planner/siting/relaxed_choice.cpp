#include "planner/siting/relaxed_choice.h"

#include <algorithm>
#include <numeric>

namespace pahunch {

void RelaxedChoice::choose(std::span<const double> reduced) {
  cost_.assign(reduced.begin(), reduced.end());
  order_.resize(cost_.size());
  std::iota(order_.begin(), order_.end(), SiteColumn{0});
  std::ranges::sort(order_, [&](SiteColumn a, SiteColumn b) {
    return cost_[a] != cost_[b] ? cost_[a] < cost_[b] : a < b;
  });
  is_chosen_.assign(cost_.size(), false);
  n_chosen_ = 0;
  sum_ = 0;
  for (const SiteColumn column : order_) {
    const bool wanted = n_chosen_ < at_least_ || (n_chosen_ < at_most_ && cost_[column] < 0);
    if (!wanted) break;
    is_chosen_[column] = true;
    sum_ += cost_[column];
    ++n_chosen_;
  }
}

double RelaxedChoice::rise_if_in(SiteColumn column) const {
  if (at_most_ == 0) return 0;
  const double dearest = n_chosen_ > 0 ? cost_[order_[n_chosen_ - 1]] : 0;
  return cost_[column] - (n_chosen_ == at_most_ ? dearest : std::max(0.0, dearest));
}

double RelaxedChoice::rise_if_out(double sum, std::size_t n) const {
  double rise = -sum;
  for (std::size_t at = n_chosen_; at < n_chosen_ + n; ++at) {
    const bool needed = at - n < at_least_;  // with what is left of the chosen, or one for each
    if (at >= order_.size()) break;
    rise += needed ? cost_[order_[at]] : std::min(0.0, cost_[order_[at]]);
  }
  return rise;
}

}  // namespace pahunch
