#include "sim/random/normal.h"

#include "sim/random/parameter_check.h"

namespace pahunch {

NormalDistribution::NormalDistribution(double mean, double standard_deviation)
    : mean_(require_finite({"normal", "mean", mean})),
      standard_deviation_(
          require_not_negative({"normal", "standard deviation", standard_deviation})) {}

double NormalDistribution::quantile(double p) const {
  return mean_ + standard_deviation_ * portable::normal_quantile(p);
}

}  // namespace pahunch
