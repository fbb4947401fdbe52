/// \file
/// The negative binomial law of counts that vary more than Poisson's, by inversion: one draw,
/// monotone in it.
///
/// Variance = mean + dispersion mean²: a Poisson count whose own mean has a gamma law with squared
/// coefficient of variation `dispersion`. Cost: the mean in steps where it is below 32, else about
/// a standard deviation.
#pragma once

#include <cstdint>

#include "sim/random/count_inversion.h"
#include "sim/random/random_stream.h"

namespace pahunch {

class NegativeBinomialDistribution {
 public:
  /// A dispersion of 0 is the Poisson law. Throws ConfigError where one is below 0 or not finite,
  /// or the mean above 1e6.
  NegativeBinomialDistribution(double mean, double dispersion);

  std::int64_t operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 < p < 1.
  [[nodiscard]] std::int64_t quantile(double p) const { return sums_.quantile(p); }

 private:
  CountInversion sums_;
};

}  // namespace pahunch
