/// \file
/// The gamma law (Marsaglia and Tsang 2000).
///
/// Two draws an attempt (one where the normal number is out of range), 1.05 attempts at worst; one
/// more draw for a shape below 1. As the number varies, give each gamma number a stream of its own
/// where runs are compared.
#pragma once

#include "sim/random/random_stream.h"

namespace pahunch {

class GammaDistribution {
 public:
  /// Mean = shape scale. A scale of 0 gives 0. Throws ConfigError unless shape > 0 and scale >= 0,
  /// both finite.
  GammaDistribution(double shape, double scale);
  /// `scv`: the squared coefficient of variation, variance over squared mean; above 0.
  static GammaDistribution from_mean(double mean, double scv);

  /// A tiny shape gives 0 where the value is below the least positive number.
  double operator()(RandomStream& random) const;
  /// The logarithm of the value over the scale, finite for any shape; the same draws.
  double draw_log(RandomStream& random) const;

 private:
  double draw_core(RandomStream& random) const;

  double shape_;
  double scale_;
  double d_;  ///< as in the paper, of the shape or, where it is below 1, of 1 + shape
  double c_;
};

}  // namespace pahunch
