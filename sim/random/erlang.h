/// \file
/// The Erlang law: the sum of equal exponential phases. One draw a phase, monotone in each.
#pragma once

#include "sim/random/random_stream.h"

namespace pahunch {

class ErlangDistribution {
 public:
  /// `mean` of the whole; its square over the variance is `n_phases`. Throws ConfigError where the
  /// mean is below 0 or not finite, or the phases are fewer than 1.
  ErlangDistribution(int n_phases, double mean);

  double operator()(RandomStream& random) const;

 private:
  int n_phases_;
  double phase_mean_;
};

}  // namespace pahunch
