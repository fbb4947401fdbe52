/// \file
/// One of several, each with a weight: a channel, a district, a month. One draw, monotone in it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/random/random_stream.h"

namespace pahunch {

class CategoricalDistribution {
 public:
  /// Weights need no sum of 1. Throws ConfigError where one is below 0 or all are 0.
  explicit CategoricalDistribution(std::span<const double> weights);

  std::size_t operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 < p < 1.
  [[nodiscard]] std::size_t quantile(double p) const;

 private:
  std::vector<double> cumulative_;
};

}  // namespace pahunch
