/// \file
/// The normal law, by inversion: one draw, monotone in it.
#pragma once

#include "sim/random/random_stream.h"
#include "sim/random/special_functions.h"

namespace pahunch {

/// A standard normal number; one draw, within ±8.3.
inline double draw_standard_normal(RandomStream& random) {
  return portable::normal_quantile(random.uniform());
}

class NormalDistribution {
 public:
  /// A deviation of 0 gives the mean. Throws ConfigError where it is below 0 or one is not finite.
  NormalDistribution(double mean, double standard_deviation);

  double operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 < p < 1.
  [[nodiscard]] double quantile(double p) const;

 private:
  double mean_;
  double standard_deviation_;
};

}  // namespace pahunch
