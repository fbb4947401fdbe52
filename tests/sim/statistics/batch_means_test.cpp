#include "sim/statistics/batch_means.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

#include "sim/random/random_stream.h"

using namespace pahunch;

namespace {

/// x(i) = memory x(i - 1) + noise.
std::vector<double> draw_series(double memory, std::size_t n) {
  RandomStream random({.seed = 12});
  std::vector<double> series(n);
  double value = 0;
  for (double& x : series) x = value = memory * value + random.uniform() - 0.5;
  return series;
}

}  // namespace

TEST_CASE("batch means worked by hand, without what is left over at the start") {
  const std::vector<double> series = {99, 1, 3, 2, 6, 5, 7};
  const BatchMeans result = estimate_by_batches(series, 3);
  CHECK(result.mean.n == 3);
  CHECK(result.mean.value == Approx(4));
  CHECK(result.mean.standard_error == Approx(std::sqrt(4.0 / 3)));
  CHECK(result.mean.half_width() == Approx(4.3026527297 * std::sqrt(4.0 / 3)));
  CHECK(result.effective_sample_size == Approx(28.0 / 5 * 3 / 4));
  CHECK(result.lag_1_correlation == Approx(0).margin(1e-15));
}

TEST_CASE("independent numbers are worth their number") {
  const BatchMeans result = estimate_by_batches(draw_series(0, 100'000), 200);
  CHECK(result.effective_sample_size == Approx(100'000).epsilon(0.25));
  CHECK(std::fabs(result.lag_1_correlation) < 0.25);
}

TEST_CASE("a series with memory is worth less by (1 - memory) / (1 + memory)") {
  const BatchMeans result = estimate_by_batches(draw_series(0.9, 400'000), 200);
  CHECK(result.effective_sample_size == Approx(400'000 * 0.1 / 1.9).epsilon(0.25));
}

TEST_CASE("batches that are too short are seen to hang together") {
  CHECK(estimate_by_batches(draw_series(0.99, 10'000), 1000).lag_1_correlation > 0.5);
}

TEST_CASE("a constant series has no error") {
  const BatchMeans result = estimate_by_batches(std::vector<double>(100, 3.0), 10);
  CHECK(result.mean.half_width() == 0);
  CHECK(std::isinf(result.effective_sample_size));
}
