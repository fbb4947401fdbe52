/// \file
/// The multivariate t law: normal numbers over one common root of a gamma number, so that extremes
/// come together (tail dependence, which a normal law lacks).
#pragma once

#include <span>

#include "sim/random/gamma.h"
#include "sim/random/multivariate_normal.h"
#include "sim/random/random_stream.h"

namespace pahunch {

class MultivariateTDistribution {
 public:
  /// `scale`: rows of the scale matrix; for dof > 2 the covariance is dof / (dof - 2) times it.
  /// Throws ConfigError where it is not positive definite or dof is not above 0.
  MultivariateTDistribution(std::span<const double> scale, double dof);

  [[nodiscard]] std::size_t size() const { return normal_.size(); }
  /// Fills `out` with values about 0: one draw a component, in order, then one gamma number.
  void operator()(RandomStream& random, std::span<double> out) const;
  /// Turns independent standard normal numbers into the law's, in place; draws the gamma number.
  void combine(RandomStream& random, std::span<double> normals) const;

 private:
  MultivariateNormalDistribution normal_;
  GammaDistribution chi_squared_over_dof_;
};

}  // namespace pahunch
