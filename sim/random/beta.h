/// \file
/// The beta law, from two gamma numbers (see gamma.h for the number of draws).
#pragma once

#include "sim/random/gamma.h"
#include "sim/random/random_stream.h"

namespace pahunch {

class BetaDistribution {
 public:
  /// Mean = alpha / (alpha + beta). Throws ConfigError unless both are above 0 and finite.
  BetaDistribution(double alpha, double beta) : first_(alpha, 1), second_(beta, 1) {}
  /// `size` = alpha + beta; the variance is mean (1 - mean) / (size + 1). Throws ConfigError
  /// unless 0 < mean < 1 and size > 0.
  static BetaDistribution from_mean(double mean, double size);

  /// From 0 to 1; the ends themselves come only by rounding, with tiny parameters.
  double operator()(RandomStream& random) const;

 private:
  GammaDistribution first_;
  GammaDistribution second_;
};

}  // namespace pahunch
