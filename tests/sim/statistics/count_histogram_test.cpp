#include "sim/statistics/count_histogram.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/random/random_stream.h"

using namespace pahunch;

namespace {

/// Of several sizes, from 0 to about 2^`bits`.
std::vector<std::int64_t> draw_values(std::size_t n, std::uint64_t bits) {
  RandomStream random({.seed = 5, .purpose = Purpose::kBootstrap});
  std::vector<std::int64_t> values;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t below = std::uint64_t{1} << random.uniform_index(bits + 1);
    values.push_back(static_cast<std::int64_t>(random.uniform_index(below)));
  }
  return values;
}

CountHistogram count(const std::vector<std::int64_t>& values) {
  CountHistogram histogram;
  for (const std::int64_t value : values) histogram.add(value);
  return histogram;
}

/// By sorting them all.
double slow_quantile(std::vector<std::int64_t> values, double p) {
  std::ranges::sort(values);
  const auto rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(values.size())));
  return static_cast<double>(values[rank - 1]);
}

}  // namespace

TEST_CASE("quantiles of small numbers are exact, and those of large ones within 0.8%") {
  for (const std::uint64_t bits : {7U, 40U}) {
    const auto values = draw_values(1000, bits);
    const CountHistogram histogram = count(values);
    CHECK(histogram.n() == 1000);
    for (const double p : {0.001, 0.05, 0.5, 0.95, 1.0}) {
      const double exact = slow_quantile(values, p);
      CHECK(histogram.quantile(p) == Approx(exact).epsilon(exact < 128 ? 0 : 1 / 128.0));
    }
  }
}

TEST_CASE("every number below 128 has a class of its own, and its neighbours of a power share") {
  for (std::int64_t value = 0; value < 128; ++value) {
    CHECK(count({value}).quantile(1) == static_cast<double>(value));
  }
  CHECK(count({129}).quantile(1) == 128);
  CHECK(count({129, 128}).classes().size() == 1);
  CHECK(count({127, 128, 130}).classes().size() == 3);
  CHECK(count({(std::int64_t{1} << 62)}).quantile(1) == Approx(std::ldexp(1.0, 62)).epsilon(0.008));
}

TEST_CASE("parts give the same histogram, whatever their order") {
  const auto values = draw_values(300, 20);
  const std::vector<std::int64_t> first(values.begin(), values.begin() + 100),
      second(values.begin() + 100, values.end());
  CountHistogram forth = count(first), back = count(second);
  forth.merge(count(second));
  back.merge(count(first));
  CHECK(forth.classes() == count(values).classes());
  CHECK(back.classes() == forth.classes());
  forth.merge(CountHistogram());
  CHECK(forth.classes() == back.classes());
}
