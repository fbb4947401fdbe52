#include "sim/statistics/quantile_interval.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cassert>
#include <cmath>

#include "sim/statistics/in_doubles.h"
#include "sim/statistics/student.h"

namespace pahunch {

namespace {

/// The lower end of a one-sided interval for the p-quantile that holds with probability `level`.
/// `at(r)` is the r-th order statistic, r = 1 … n.
template <class OrderStatistic>
double find_lower_end(const OrderStatistic& at, double n, double p, double level) {
  const boost::math::binomial_distribution<double, InDoubles> law(n, p);
  // P(at(r) <= quantile) = P(at least r of n lie below it): falls with r.
  const auto p_holds = [&](double r) { return cdf(complement(law, r - 1)); };
  if (n == 0 || p_holds(1) < level) return -std::numeric_limits<double>::infinity();
  double r = std::clamp(std::floor(n * p), 1.0, n);
  while (p_holds(r) < level) --r;
  while (r < n && p_holds(r + 1) >= level) ++r;
  if (r == n) return at(r);
  const double more = p_holds(r) - level;
  const double less = level - p_holds(r + 1);
  // Nyblom (1992): exact to a higher order than a straight line between the two probabilities.
  const double weight = more * (n - r) * p / (more * (n - r) * p + less * r * (1 - p));
  return at(r) + weight * (at(r + 1) - at(r));
}

}  // namespace

double sample_quantile(std::span<const double> sorted, double p) {
  assert(!sorted.empty() && p >= 0 && p <= 1);
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 == sorted.size()) return sorted.back();
  return sorted[below] + (position - std::floor(position)) * (sorted[below + 1] - sorted[below]);
}

Estimate estimate_quantile(std::span<const double> sorted, double p, double level) {
  assert(p > 0 && p < 1);
  const auto n = static_cast<double>(sorted.size());
  const auto from_below = [&](double r) { return sorted[static_cast<std::size_t>(r) - 1]; };
  const auto from_above = [&](double r) {
    return -sorted[sorted.size() - static_cast<std::size_t>(r)];
  };
  const double one_sided = (1 + level) / 2;
  Estimate estimate = {.n = sorted.size(),
                       .value = sample_quantile(sorted, p),
                       .low = find_lower_end(from_below, n, p, one_sided),
                       .high = -find_lower_end(from_above, n, 1 - p, one_sided),
                       .level = level};
  estimate.standard_error = estimate.half_width() / normal_multiplier(level);
  return estimate;
}

}  // namespace pahunch
