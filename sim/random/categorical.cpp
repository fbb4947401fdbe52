#include "sim/random/categorical.h"

#include <algorithm>
#include <cassert>

#include "sim/random/parameter_check.h"

namespace pahunch {

CategoricalDistribution::CategoricalDistribution(std::span<const double> weights) {
  double sum = 0;
  for (const double weight : weights) {
    sum += require_not_negative({"categorical", "weight", weight});
    cumulative_.push_back(sum);
  }
  require_positive({"categorical", "sum of weights", sum});
}

std::size_t CategoricalDistribution::quantile(double p) const {
  assert(p > 0 && p < 1);
  // The first sum above: one whose weight is 0 has the sum of the one before and is never first.
  const auto above =
      std::upper_bound(cumulative_.begin(), cumulative_.end(), p * cumulative_.back());
  if (above != cumulative_.end()) return static_cast<std::size_t>(above - cumulative_.begin());
  // The product was rounded up to the whole: the last that has a weight.
  const auto last = std::lower_bound(cumulative_.begin(), cumulative_.end(), cumulative_.back());
  return static_cast<std::size_t>(last - cumulative_.begin());
}

}  // namespace pahunch
