#include "sim/random/negative_binomial.h"

#include <cmath>
#include <numbers>

#include "sim/random/parameter_check.h"
#include "sim/random/poisson.h"
#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

namespace pahunch {

namespace {

struct NegativeBinomialLaw {
  double mean = 0;
  double dispersion = 0;
};

double probability_of_none(const NegativeBinomialLaw& law) {
  return portable::exp(-portable::log1p(law.dispersion * law.mean) / law.dispersion);
}

/// P(K = k) for k > 0, without cancellation (Loader 2000): the size of the law, n, and the count
/// against their shares of the sum of both.
double negative_binomial_probability(double k, const NegativeBinomialLaw& law) {
  const double n = 1 / law.dispersion;
  const double sum = n + k;
  const double odds = law.dispersion * law.mean;
  using portable::saddle_deviance, portable::stirling_error;
  const double log_p = stirling_error(sum) - stirling_error(n) - stirling_error(k) -
                       saddle_deviance(n, sum / (1 + odds)) -
                       saddle_deviance(k, sum * (odds / (1 + odds)));
  return portable::exp(log_p) * std::sqrt(n / (2 * std::numbers::pi * k * sum));
}

CountInversion make_negative_binomial_sums(const NegativeBinomialLaw& law) {
  if (law.dispersion == 0) return make_poisson_sums(law.mean);
  const double odds = law.dispersion * law.mean;
  CountInversion::Law counts = {.a = odds / (1 + odds),
                                .b = law.mean * (1 - law.dispersion) / (1 + odds)};
  const double mode = std::floor(law.mean * (1 - law.dispersion));
  if (law.mean < CountInversion::kStartAtZeroBelow || mode < 1) {
    counts.p_start = probability_of_none(law);
  } else {
    counts.start = static_cast<std::int64_t>(mode);
    counts.p_start = negative_binomial_probability(mode, law);
  }
  return CountInversion(counts);
}

NegativeBinomialLaw check_negative_binomial(double mean, double dispersion) {
  require_not_negative({"negative binomial", "mean", mean});
  require_not_negative({"negative binomial", "dispersion", dispersion});
  if (mean > 1e6) refuse({"negative binomial", "mean", mean}, "must be at most 1e6");
  return {mean, dispersion};
}

}  // namespace

NegativeBinomialDistribution::NegativeBinomialDistribution(double mean, double dispersion)
    : sums_(make_negative_binomial_sums(check_negative_binomial(mean, dispersion))) {}

}  // namespace pahunch
