#include "sim/random/beta.h"

#include "sim/random/parameter_check.h"
#include "sim/random/portable_math.h"

namespace pahunch {

BetaDistribution BetaDistribution::from_mean(double mean, double size) {
  if (!(mean > 0 && mean < 1)) refuse({"beta", "mean", mean}, "must lie between 0 and 1");
  require_positive({"beta", "size", size});
  return {mean * size, (1 - mean) * size};
}

double BetaDistribution::operator()(RandomStream& random) const {
  // By logarithms, as with tiny parameters both gamma numbers can be too small to divide.
  const double first = first_.draw_log(random);
  const double second = second_.draw_log(random);
  return 1 / (1 + portable::exp(second - first));
}

}  // namespace pahunch
