#include "sim/random/gamma.h"

#include <cmath>

#include "sim/random/normal.h"
#include "sim/random/parameter_check.h"
#include "sim/random/portable_math.h"

namespace pahunch {

GammaDistribution::GammaDistribution(double shape, double scale)
    : shape_(require_positive({"gamma", "shape", shape})),
      scale_(require_not_negative({"gamma", "scale", scale})),
      d_((shape < 1 ? shape + 1 : shape) - 1.0 / 3),
      c_(1 / std::sqrt(9 * d_)) {}

GammaDistribution GammaDistribution::from_mean(double mean, double scv) {
  require_not_negative({"gamma", "mean", mean});
  require_positive({"gamma", "squared coefficient of variation", scv});
  return {1 / scv, mean * scv};
}

double GammaDistribution::draw_core(RandomStream& random) const {
  while (true) {
    const double z = draw_standard_normal(random);
    const double root = 1 + c_ * z;
    if (root <= 0) continue;
    const double v = root * root * root;
    const double u = random.uniform();
    if (u < 1 - 0.0331 * (z * z) * (z * z)) return d_ * v;  // the quick test of the paper
    if (portable::log(u) < z * z / 2 + d_ * (1 - v + portable::log(v))) return d_ * v;
  }
}

double GammaDistribution::operator()(RandomStream& random) const {
  const double core = draw_core(random);
  if (shape_ >= 1) return scale_ * core;
  return scale_ * (core * portable::pow(random.uniform(), 1 / shape_));
}

double GammaDistribution::draw_log(RandomStream& random) const {
  const double log_core = portable::log(draw_core(random));
  if (shape_ >= 1) return log_core;
  return log_core + portable::log(random.uniform()) / shape_;
}

}  // namespace pahunch
