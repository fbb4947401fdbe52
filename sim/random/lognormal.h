/// \file
/// The lognormal law, by inversion: one draw, monotone in it.
#pragma once

#include "sim/random/random_stream.h"

namespace pahunch {

class LognormalDistribution {
 public:
  /// `sigma`: the standard deviation of the logarithm. A median of 0 gives 0, a sigma of 0 the
  /// median. Throws ConfigError where one is below 0 or not finite.
  static LognormalDistribution from_median(double median, double sigma);
  /// `scv`: the squared coefficient of variation, variance over squared mean.
  static LognormalDistribution from_mean(double mean, double scv);

  double operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 < p < 1.
  [[nodiscard]] double quantile(double p) const;

 private:
  LognormalDistribution(double median, double sigma) : median_(median), sigma_(sigma) {}

  double median_;
  double sigma_;
};

}  // namespace pahunch
