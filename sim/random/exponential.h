/// \file
/// The exponential law, by inversion: one draw, monotone in it.
#pragma once

#include "sim/random/random_stream.h"

namespace pahunch {

class ExponentialDistribution {
 public:
  /// A mean of 0 gives 0. Throws ConfigError where it is below 0 or not finite.
  explicit ExponentialDistribution(double mean);

  double operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 < p < 1.
  [[nodiscard]] double quantile(double p) const;

 private:
  double mean_;
};

}  // namespace pahunch
