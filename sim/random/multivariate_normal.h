/// \file
/// The multivariate normal law: a covariance is factored once and drawn from many times.
///
/// Component i is mean_i plus row i of the lower Cholesky factor times independent standard normal
/// numbers. It rests on the numbers up to the i-th alone, so a component added at the end changes
/// no other, and numbers keyed by the component's own identity can be given to `combine`.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "sim/random/random_stream.h"

namespace pahunch {

class MultivariateNormalDistribution {
 public:
  /// `covariance`: rows of a symmetric matrix, of which the lower half is read; `mean`: one value a
  /// row, or empty for 0. Throws ConfigError where sizes do not fit or the matrix is not positive
  /// definite (a variance of 0 among others). Cost O(n³).
  explicit MultivariateNormalDistribution(std::span<const double> covariance,
                                          std::span<const double> mean = {});

  [[nodiscard]] std::size_t size() const { return mean_.size(); }
  /// Fills `out`; one draw a component, in order. Precondition: out has size() values. Cost O(n²).
  void operator()(RandomStream& random, std::span<double> out) const;
  /// Turns independent standard normal numbers into the law's, in place.
  void combine(std::span<double> normals) const;

 private:
  std::vector<double> mean_;
  std::vector<double> factor_;  ///< rows of the lower triangle, one after another
};

}  // namespace pahunch
