#include "sim/statistics/share_interval.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "sim/statistics/student.h"

namespace pahunch {

Estimate estimate_share(std::uint64_t n_yes, std::uint64_t n, double level) {
  assert(n > 0 && n_yes <= n);
  const auto trials = static_cast<double>(n);
  const double p = static_cast<double>(n_yes) / trials;
  const double z = normal_multiplier(level);
  const double shrink = 1 + z * z / trials;
  const double centre = (p + z * z / (2 * trials)) / shrink;
  const double spread = p * (1 - p) / trials;
  const double reach = z * std::sqrt(spread + z * z / (4 * trials * trials)) / shrink;
  return {.n = n,
          .value = p,
          .standard_error = std::sqrt(spread),
          .low = n_yes == 0 ? 0 : std::max(0.0, centre - reach),
          .high = n_yes == n ? 1 : std::min(1.0, centre + reach),
          .level = level};
}

double effective_sample_size(double share, double standard_error) {
  if (standard_error == 0) return std::numeric_limits<double>::infinity();
  return share * (1 - share) / (standard_error * standard_error);
}

}  // namespace pahunch
