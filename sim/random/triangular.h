/// \file
/// The triangular law, by inversion: one draw, monotone in it. For priors of a range and a best
/// guess.
#pragma once

#include "sim/random/random_stream.h"

namespace pahunch {

class TriangularDistribution {
 public:
  struct Corners {
    double low = 0;
    double mode = 0;
    double high = 0;
  };
  /// Equal corners give that value. Throws ConfigError unless low <= mode <= high, all finite.
  explicit TriangularDistribution(const Corners& corners);

  double operator()(RandomStream& random) const { return quantile(random.uniform()); }
  [[nodiscard]] double quantile(double p) const;

 private:
  Corners at_;
};

}  // namespace pahunch
