#include "sim/statistics/quantile_interval.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace pahunch;

namespace {

std::vector<double> count_up(std::size_t n) {
  std::vector<double> values(n);
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

}  // namespace

TEST_CASE("quantiles of a sample lie on straight lines between its numbers") {
  const std::vector<double> values = {10, 20, 40};
  CHECK(sample_quantile(values, 0) == 10);
  CHECK(sample_quantile(values, 0.25) == 15);
  CHECK(sample_quantile(values, 0.5) == 20);
  CHECK(sample_quantile(values, 0.75) == 30);
  CHECK(sample_quantile(values, 1) == 40);
  CHECK(sample_quantile(std::vector<double>{7}, 0.3) == 7);
}

TEST_CASE("the interval of a median lies between the order statistics of the tables") {
  // n = 20: the 6th and 15th hold 95.86%, the 7th and 14th 88.47%.
  const Estimate median = estimate_quantile(count_up(20), 0.5);
  CHECK(median.value == 10.5);
  CHECK(median.low > 6);
  CHECK(median.low < 6.5);
  CHECK(median.high == Approx(21 - median.low));
  CHECK(median.standard_error == Approx(median.half_width() / 1.9599639845));
}

TEST_CASE("a level that order statistics give exactly needs no line between them") {
  // n = 10: two or fewer below the median have probability 56 / 1024.
  const Estimate median = estimate_quantile(count_up(10), 0.5, 1 - 2 * 56.0 / 1024);
  CHECK(median.low == Approx(3));
  CHECK(median.high == Approx(8));
}

TEST_CASE("quantiles near the ends mirror each other") {
  std::vector<double> mirrored = count_up(100);
  for (double& value : mirrored) value = 101 - value;
  std::reverse(mirrored.begin(), mirrored.end());
  const Estimate low = estimate_quantile(count_up(100), 0.1);
  const Estimate high = estimate_quantile(mirrored, 0.9);
  CHECK(high.low == Approx(101 - low.high));
  CHECK(high.high == Approx(101 - low.low));
}

TEST_CASE("an end that so few replicates cannot give is open") {
  const Estimate high = estimate_quantile(count_up(20), 0.99);
  CHECK(std::isinf(high.high));
  CHECK(std::isfinite(high.low));
  CHECK(std::isinf(estimate_quantile(count_up(5), 0.5).low));
  CHECK(std::isinf(estimate_quantile(std::vector<double>{3}, 0.5).low));
  CHECK(std::isfinite(estimate_quantile(count_up(6), 0.5).low));  // 1 - 2 / 64 > 95%
}
