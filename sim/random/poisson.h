/// \file
/// The Poisson law, by inversion: one draw at any mean, monotone in it.
///
/// Up to a mean of 10^6 by summing probabilities (cost: a standard deviation of steps, or the mean
/// where it is below 32). Above, by the third-order expansion of the quantile function (Giles
/// 2016), whose distribution function is off by less than 1e-8.
#pragma once

#include <cstdint>
#include <optional>

#include "sim/random/count_inversion.h"
#include "sim/random/random_stream.h"

namespace pahunch {

/// The sums of its probabilities. Precondition: 0 <= mean <= 1e6.
CountInversion make_poisson_sums(double mean);

class PoissonDistribution {
 public:
  /// A mean of 0 gives 0. Throws ConfigError where it is below 0, above 1e15 or not finite.
  explicit PoissonDistribution(double mean);

  std::int64_t operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 < p < 1.
  [[nodiscard]] std::int64_t quantile(double p) const;

 private:
  double mean_;
  std::optional<CountInversion> sums_;  ///< none for a huge mean
};

}  // namespace pahunch
