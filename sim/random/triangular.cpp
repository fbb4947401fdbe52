#include "sim/random/triangular.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/random/parameter_check.h"

namespace pahunch {

TriangularDistribution::TriangularDistribution(const Corners& corners) : at_(corners) {
  require_finite({"triangular", "low end", at_.low});
  require_finite({"triangular", "high end", at_.high});
  if (!(at_.mode >= at_.low && at_.mode <= at_.high)) {
    refuse({"triangular", "mode", at_.mode},
           fmt::format("must lie from {} to {}", at_.low, at_.high));
  }
}

double TriangularDistribution::quantile(double p) const {
  const double width = at_.high - at_.low;
  const double rise = at_.mode - at_.low;
  if (p * width < rise) return at_.low + std::sqrt(p * width * rise);
  return at_.high - std::sqrt((1 - p) * width * (width - rise));
}

}  // namespace pahunch
