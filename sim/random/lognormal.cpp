#include "sim/random/lognormal.h"

#include <cmath>

#include "sim/random/parameter_check.h"
#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

namespace pahunch {

LognormalDistribution LognormalDistribution::from_median(double median, double sigma) {
  return {require_not_negative({"lognormal", "median", median}),
          require_not_negative({"lognormal", "sigma", sigma})};
}

LognormalDistribution LognormalDistribution::from_mean(double mean, double scv) {
  require_not_negative({"lognormal", "mean", mean});
  require_not_negative({"lognormal", "squared coefficient of variation", scv});
  return {mean / std::sqrt(1 + scv), std::sqrt(portable::log1p(scv))};
}

double LognormalDistribution::quantile(double p) const {
  return median_ * portable::exp(sigma_ * portable::normal_quantile(p));
}

}  // namespace pahunch
