#include "sim/flood/jackknife.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace pahunch;

TEST_CASE("the jackknife of a mean is its standard error by Student's law") {
  // 1, 2, 3, 6: mean 3, variance 14 / 3, error sqrt(14 / 12); 95% point of three degrees: 2.353.
  const std::vector<double> left_out{11.0 / 3, 10.0 / 3, 3, 2};
  const Estimate90 mean = jackknife_90(3, left_out);
  CHECK(mean.value == 3);
  CHECK(mean.high - 3 == Approx(2.353 * std::sqrt(14.0 / 12)));
  CHECK(3 - mean.low == Approx(mean.high - 3));
}

TEST_CASE("one year alone says nothing of the error") {
  const std::vector<double> one{2};
  const Estimate90 estimate = jackknife_90(3, one);
  CHECK(estimate.low == 3);
  CHECK(estimate.high == 3);
}

TEST_CASE("many years have the normal law's interval") {
  std::vector<double> left_out;
  for (int i = 0; i < 400; ++i) left_out.push_back(i % 2 == 0 ? 1 : -1);
  CHECK(jackknife_90(0, left_out).high == Approx(1.645 * std::sqrt(399.0)).epsilon(0.01));
}

TEST_CASE("the range of a spread is that of the chi-squared law") {
  // Table values of chi-squared over its degrees: 5% and 95%.
  const std::vector<std::array<double, 3>> table{{2, 0.1026 / 2, 5.991 / 2},
                                                 {3, 0.3518 / 3, 7.815 / 3},
                                                 {10, 3.940 / 10, 18.307 / 10},
                                                 {20, 10.851 / 20, 31.410 / 20}};
  for (const auto& [dof, low, high] : table) {
    const Estimate90 range = spread_range_90(0.2, dof);
    CHECK(range.low == Approx(0.2 / std::sqrt(high)).epsilon(0.001));
    CHECK(range.high == Approx(0.2 / std::sqrt(low)).epsilon(0.001));
  }
}
