/// \file
/// Shares of some years in eight bytes.
#pragma once

#include <algorithm>
#include <cstdint>

#include "sim/statistics/running_moments.h"

namespace pahunch {

/// Sums over years of a share, 0 to 1. In single precision: of a thousand years the mean is right
/// to 1e-4 and its standard error to 1e-3; that of years that are all alike comes out as 0 or as
/// next to nothing.
struct ShareSums {
  float sum = 0, squares = 0;

  void add(double share) {
    sum += static_cast<float>(share);
    squares += static_cast<float>(share * share);
  }
  /// Precondition: `n_years` shares were added, at least one.
  [[nodiscard]] RunningMoments moments(std::uint64_t n_years) const {
    const double mean = static_cast<double>(sum) / static_cast<double>(n_years);
    return {n_years, mean, std::max(0.0, static_cast<double>(squares) - mean * sum)};
  }
};

}  // namespace pahunch
