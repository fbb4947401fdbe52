#include "sim/statistics/share_interval.h"

#include <boost/math/distributions/binomial.hpp>

#include <catch2/catch.hpp>
#include <cmath>

using namespace pahunch;

namespace {

/// Probability that the interval of n trials holds p, summed over all outcomes.
double exact_coverage(std::uint64_t n, double p) {
  const boost::math::binomial law(static_cast<double>(n), p);
  double sum = 0;
  for (std::uint64_t k = 0; k <= n; ++k) {
    const Estimate share = estimate_share(k, n);
    if (share.low <= p && p <= share.high) sum += pdf(law, static_cast<double>(k));
  }
  return sum;
}

}  // namespace

TEST_CASE("Wilson's interval is that of the published example") {
  const Estimate share = estimate_share(81, 263);  // Newcombe 1998, table I, method 3
  CHECK(share.value == Approx(0.3080).margin(5e-5));
  CHECK(share.low == Approx(0.2553).margin(5e-5));
  CHECK(share.high == Approx(0.3662).margin(5e-5));
  CHECK(share.n == 263);
}

TEST_CASE("none and all of n trials leave the other end open") {
  const Estimate none = estimate_share(0, 20);
  CHECK(none.low == 0);
  CHECK(none.high == Approx(0.1611).margin(5e-5));  // Newcombe 1998
  CHECK(estimate_share(20, 20).high == 1);
  CHECK(estimate_share(20, 20).low == Approx(1 - none.high));
}

TEST_CASE("Wilson's interval holds its level on average over all shares, by exact sums") {
  for (const std::uint64_t n : {50U, 100U, 200U, 1000U}) {
    double sum = 0;
    for (int i = 1; i < 200; ++i) sum += exact_coverage(n, i / 200.0);
    CHECK(sum / 199 > 0.945);
    CHECK(sum / 199 < 0.955);
  }
}

TEST_CASE("Wilson's interval swings little at a single share with ten of each kind") {
  for (const std::uint64_t n : {50U, 100U, 200U, 1000U}) {
    for (int i = 1; i < 200; ++i) {
      const double p = i / 200.0;
      if (static_cast<double>(n) * p * (1 - p) < 10) continue;
      CHECK(exact_coverage(n, p) == Approx(0.95).margin(0.02));
    }
  }
}

TEST_CASE("the sum over outcomes finds an interval that is too short") {
  const auto n = std::uint64_t{100};
  const boost::math::binomial law(100, 0.3);
  double sum = 0;
  for (std::uint64_t k = 0; k <= n; ++k) {
    const Estimate share = estimate_share(k, n, 0.9);
    if (share.low <= 0.3 && 0.3 <= share.high) sum += pdf(law, static_cast<double>(k));
  }
  CHECK(sum < 0.93);
}

TEST_CASE("the effective sample size is the number of independent trials with that error") {
  CHECK(effective_sample_size(0.3, estimate_share(30, 100).standard_error) == Approx(100));
  CHECK(effective_sample_size(0.3, 2 * estimate_share(30, 100).standard_error) == Approx(25));
  CHECK(std::isinf(effective_sample_size(1, 0)));
}
