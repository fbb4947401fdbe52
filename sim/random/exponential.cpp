#include "sim/random/exponential.h"

#include <cassert>

#include "sim/random/parameter_check.h"
#include "sim/random/portable_math.h"

namespace pahunch {

ExponentialDistribution::ExponentialDistribution(double mean)
    : mean_(require_not_negative({"exponential", "mean", mean})) {}

double ExponentialDistribution::quantile(double p) const {
  assert(p > 0 && p < 1);
  return -mean_ * portable::log1p(-p);
}

}  // namespace pahunch
