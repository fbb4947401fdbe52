#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "sim/random/negative_binomial.h"
#include "sim/random/poisson.h"
#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

using Counts = std::vector<std::int64_t>;

double poisson_cdf(double k, double mean) { return k < 0 ? 0 : cdf(boost::math::poisson(mean), k); }

double negative_binomial_cdf(double k, double mean, double dispersion) {
  if (k < 0) return 0;
  return cdf(boost::math::negative_binomial(1 / dispersion, 1 / (1 + dispersion * mean)), k);
}

/// k is the least count that reaches p, to the 1e-12 that the reference is good for.
template <class Cdf>
bool is_quantile(std::int64_t count, double p, const Cdf& law_cdf) {
  const auto k = static_cast<double>(count);
  return law_cdf(k) > p - 1e-12 && law_cdf(k - 1) < p + 1e-12;
}

}  // namespace

TEST_CASE("Poisson counts are pinned at any mean, one draw each") {
  check_pins(PoissonDistribution(0.1), Counts{0, 0, 0, 0}, 4);
  check_pins(PoissonDistribution(3), Counts{2, 2, 4, 3}, 4);
  check_pins(PoissonDistribution(31.9), Counts{30, 29, 35, 34}, 4);
  check_pins(PoissonDistribution(250), Counts{244, 241, 258, 255}, 4);
  check_pins(PoissonDistribution(1e4), Counts{9961, 9942, 10050, 10032}, 4);
  check_pins(PoissonDistribution(1e6), Counts{999614, 999425, 1000497, 1000323}, 4);
  check_pins(PoissonDistribution(1e7), Counts{9998781, 9998182, 10001573, 10001022}, 4);
}

TEST_CASE("Poisson counts are the quantiles of their law") {
  for (const double mean : {1e-9, 0.1, 1.0, 7.3, 31.999, 32.0, 500.5, 88'880.0}) {
    const PoissonDistribution law(mean);
    const auto truth = [&](double k) { return poisson_cdf(k, mean); };
    for (const double p : {1e-12, 1e-4, 0.03, 0.37, 0.5, 0.83, 0.999, 1 - 1e-9}) {
      CHECK(is_quantile(law.quantile(p), p, truth));
    }
  }
}

TEST_CASE("Poisson counts follow their law and rise with the draw") {
  for (const double mean : {0.1, 3.0, 45.0}) {
    const PoissonDistribution law(mean);
    const Counts counts = draw_many(law, 100'000);
    CHECK(follows_count_law(counts, [&](double k) { return poisson_cdf(k, mean); }));
    check_moments(counts, mean, mean);
    check_monotone(law);
  }
}

TEST_CASE("a Poisson mean of none gives none, and a huge mean is a normal law") {
  CHECK(PoissonDistribution(0).quantile(1 - 0x1p-53) == 0);
  CHECK(PoissonDistribution(1e12).quantile(0.5) == 1'000'000'000'000);
  check_moments(draw_many(PoissonDistribution(1e8), 100'000), 1e8, 1e8);
  for (const double p : {1e-6, 0.2, 0.5, 0.9, 1 - 1e-6}) {
    // The two ways meet where one takes over from the other.
    const auto summed = static_cast<double>(PoissonDistribution(1e6).quantile(p));
    const auto expanded = static_cast<double>(PoissonDistribution(1e6 + 0.001).quantile(p));
    CHECK(std::fabs(summed - expanded) <= 1);
  }
}

TEST_CASE("the search of a count ends where rounding leaves nothing to add") {
  for (const double mean : {0.5, 20.0, 1000.0}) {
    const auto far = PoissonDistribution(mean).quantile(1 - 0x1p-53);
    CHECK(static_cast<double>(far) < mean + 12 * std::sqrt(mean) + 20);
    CHECK(static_cast<double>(far) > mean + 7 * std::sqrt(mean));
  }
}

TEST_CASE("negative binomial counts are pinned, one draw each") {
  check_pins(NegativeBinomialDistribution(0.1, 0.11), Counts{0, 0, 0, 0}, 4);
  check_pins(NegativeBinomialDistribution(3, 2), Counts{0, 0, 3, 2}, 4);
  check_pins(NegativeBinomialDistribution(31.9, 0.11), Counts{26, 24, 37, 35}, 4);
  check_pins(NegativeBinomialDistribution(250, 0.11), Counts{210, 196, 284, 268}, 4);
  check_pins(NegativeBinomialDistribution(1e4, 2), Counts{2058, 1310, 10329, 7928}, 4);
  check_pins(NegativeBinomialDistribution(1e6, 0.11), Counts{843872, 788876, 1134148, 1072329}, 4);
}

TEST_CASE("negative binomial counts are the quantiles of their law") {
  for (const double mean : {0.1, 5.0, 31.999, 32.0, 500.5, 8888.0}) {
    for (const double dispersion : {0.01, 0.11, 0.97, 1.0, 3.0}) {
      const NegativeBinomialDistribution law(mean, dispersion);
      const auto truth = [&](double k) { return negative_binomial_cdf(k, mean, dispersion); };
      for (const double p : {1e-9, 1e-4, 0.03, 0.37, 0.5, 0.83, 0.999}) {
        CHECK(is_quantile(law.quantile(p), p, truth));
      }
    }
  }
}

TEST_CASE("negative binomial counts follow their law and rise with the draw") {
  for (const double mean : {0.4, 12.0, 60.0}) {
    const NegativeBinomialDistribution law(mean, 0.25);
    const Counts counts = draw_many(law, 100'000);
    CHECK(
        follows_count_law(counts, [&](double k) { return negative_binomial_cdf(k, mean, 0.25); }));
    check_moments(counts, mean, mean + 0.25 * mean * mean);
    check_monotone(law);
  }
}

TEST_CASE("without dispersion the negative binomial law is Poisson's") {
  for (const double mean : {0.0, 3.0, 250.0, 1e4}) {
    for (const double p : {0.01, 0.5, 0.99}) {
      const std::int64_t count = PoissonDistribution(mean).quantile(p);
      CHECK(NegativeBinomialDistribution(mean, 0).quantile(p) == count);
      CHECK(NegativeBinomialDistribution(mean, 1e-14).quantile(p) == count);
    }
  }
}

TEST_CASE("laws of counts refuse parameters that they cannot have") {
  CHECK_THROWS_AS(PoissonDistribution(-1), ConfigError);
  CHECK_THROWS_AS(PoissonDistribution(std::nan("")), ConfigError);
  CHECK_THROWS_WITH(PoissonDistribution(1e16), Catch::Contains("at most 1e15"));
  CHECK_THROWS_AS(NegativeBinomialDistribution(-1, 0), ConfigError);
  CHECK_THROWS_AS(NegativeBinomialDistribution(1, -0.1), ConfigError);
  CHECK_THROWS_WITH(NegativeBinomialDistribution(1e7, 0), Catch::Contains("at most 1e6"));
}
