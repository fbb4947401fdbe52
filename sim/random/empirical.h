/// \file
/// A law given by a table of its quantiles, straight lines between them: one draw, monotone in it.
#pragma once

#include <span>
#include <vector>

#include "sim/random/random_stream.h"

namespace pahunch {

struct QuantilePoint {
  double p = 0;
  double value = 0;
};

class EmpiricalDistribution {
 public:
  /// Throws ConfigError unless p rises from 0 to 1 and no value is below the one before.
  explicit EmpiricalDistribution(std::span<const QuantilePoint> points);

  double operator()(RandomStream& random) const { return quantile(random.uniform()); }
  /// Precondition: 0 <= p <= 1.
  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double mean() const;

 private:
  std::vector<QuantilePoint> points_;
};

}  // namespace pahunch
