#include "sim/random/multivariate_t.h"

#include <cmath>

#include "sim/random/normal.h"
#include "sim/random/parameter_check.h"

namespace pahunch {

MultivariateTDistribution::MultivariateTDistribution(std::span<const double> scale, double dof)
    : normal_(scale),
      chi_squared_over_dof_(require_positive({"t", "number of degrees of freedom", dof}) / 2,
                            2 / dof) {}

void MultivariateTDistribution::operator()(RandomStream& random, std::span<double> out) const {
  for (double& value : out) value = draw_standard_normal(random);
  combine(random, out);
}

void MultivariateTDistribution::combine(RandomStream& random, std::span<double> normals) const {
  normal_.combine(normals);
  const double widening = 1 / std::sqrt(chi_squared_over_dof_(random));
  for (double& value : normals) value *= widening;
}

}  // namespace pahunch
