#include "sim/random/poisson.h"

#include <cmath>
#include <numbers>

#include "sim/random/parameter_check.h"
#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

namespace pahunch {

namespace {

constexpr double kHuge = 1e6;

/// P(K = k) for k > 0, without cancellation (Loader 2000).
double poisson_probability(double k, double mean) {
  return portable::exp(-portable::stirling_error(k) - portable::saddle_deviance(k, mean)) /
         std::sqrt(2 * std::numbers::pi * k);
}

/// Giles (2016), the expansion Q_N2.
std::int64_t huge_quantile(double mean, double z) {
  const double root = std::sqrt(mean);
  const double count = mean + root * z + (2 + z * z) / 6 - z * (2 + z * z) / (72 * root);
  return static_cast<std::int64_t>(std::floor(count));
}

}  // namespace

CountInversion make_poisson_sums(double mean) {
  if (mean < CountInversion::kStartAtZeroBelow) {
    return CountInversion({.a = 0, .b = mean, .start = 0, .p_start = portable::exp(-mean)});
  }
  const double mode = std::floor(mean);
  return CountInversion({.a = 0,
                         .b = mean,
                         .start = static_cast<std::int64_t>(mode),
                         .p_start = poisson_probability(mode, mean)});
}

PoissonDistribution::PoissonDistribution(double mean)
    : mean_(require_not_negative({"Poisson", "mean", mean})) {
  if (mean > 1e15) refuse({"Poisson", "mean", mean}, "must be at most 1e15");
  if (mean <= kHuge) sums_.emplace(make_poisson_sums(mean));
}

std::int64_t PoissonDistribution::quantile(double p) const {
  return sums_ ? sums_->quantile(p) : huge_quantile(mean_, portable::normal_quantile(p));
}

}  // namespace pahunch
