/// \file
/// The uniform law on a range, by inversion: one draw, monotone in it.
#pragma once

#include "sim/random/random_stream.h"

namespace pahunch {

class UniformRange {
 public:
  /// Equal ends give that value. Throws ConfigError where the range is the wrong way round or an
  /// end is not finite.
  UniformRange(double low, double high);

  double operator()(RandomStream& random) const { return quantile(random.uniform()); }
  [[nodiscard]] double quantile(double p) const { return low_ + p * (high_ - low_); }

 private:
  double low_;
  double high_;
};

}  // namespace pahunch
