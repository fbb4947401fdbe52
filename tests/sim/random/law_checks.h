/// \file
/// Do numbers follow a law? Kolmogorov-Smirnov and chi-square tests with fixed seeds.
///
/// Every single test rejects a true law with probability 2.5e-8, so that forty of them together do
/// with 1e-6. Reference laws come from Boost.Math.
#pragma once

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <vector>

#include "geo/base/error.h"
#include "sim/random/random_stream.h"

namespace pahunch::test {

constexpr double kFalseAlarm = 2.5e-8;
constexpr double kSigmas = 5.57;  ///< two-sided, of the normal law at that level

/// The stream whose first uniform numbers are pinned in random_stream_test.cpp.
inline RandomStream make_pinned_stream() { return RandomStream({.seed = 20260118}); }

template <class Law>
auto draw_many(const Law& law, int n) {
  RandomStream random({.seed = 77});
  std::vector<decltype(law(random))> values;
  for (int i = 0; i < n; ++i) values.push_back(law(random));
  return values;
}

/// Checks the values and the draws of the first calls on the pinned stream.
template <class Law, class Value>
void check_pins(const Law& law, const std::vector<Value>& expected, std::uint64_t n_draws) {
  RandomStream random = make_pinned_stream();
  for (const Value& value : expected) CHECK(law(random) == value);
  CHECK(random.n_draws() == n_draws);
}

/// Kolmogorov-Smirnov: the greatest gap between the steps of the sample and the law.
inline bool follows_law(std::vector<double> values, const std::function<double(double)>& cdf) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double gap = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double p = cdf(values[i]);
    gap = std::max({gap, p - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - p});
  }
  return 2 * std::exp(-2 * n * gap * gap) > kFalseAlarm;
}

/// Chi-square over counts, joined until each class expects 20; `law_cdf(k)` is P(K <= k).
inline bool follows_count_law(const std::vector<std::int64_t>& values,
                              const std::function<double(double)>& law_cdf) {
  std::map<std::int64_t, double> tally;
  for (const std::int64_t value : values) ++tally[value];
  const auto n = static_cast<double>(values.size());
  double statistic = 0, observed = 0, below = 0;
  int n_classes = 0;
  const auto close_class = [&](double up_to) {
    const double expected = n * (up_to - below);
    statistic += (observed - expected) * (observed - expected) / expected;
    ++n_classes;
    below = up_to;
    observed = 0;
  };
  for (const auto& [value, count] : tally) {
    const double before = law_cdf(static_cast<double>(value) - 1);
    if (n * (before - below) >= 20 && n * (1 - before) >= 20) close_class(before);
    observed += count;
  }
  close_class(1);
  const boost::math::chi_squared law(std::max(1, n_classes - 1));
  return cdf(complement(law, statistic)) > kFalseAlarm;
}

/// Mean and variance of the sample against those of the law.
template <class Value>
void check_moments(const std::vector<Value>& values, double mean, double variance) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0, fourths = 0;
  for (const Value value : values) {
    const double off = static_cast<double>(value) - mean;
    sum += off;
    squares += off * off;
    fourths += off * off * off * off;
  }
  CHECK(std::fabs(sum / n) <= kSigmas * std::sqrt(variance / n));
  const double spread = std::sqrt(std::max(0.0, fourths / n - squares / n * squares / n) / n);
  CHECK(std::fabs(squares / n - variance) <= kSigmas * spread + 1e-12 * variance);
}

/// The quantile function rises, and comes near the ends of its range.
template <class Law>
void check_monotone(const Law& law) {
  auto last = law.quantile(0x1p-53);
  for (int i = 1; i < 4000; ++i) {
    const auto next = law.quantile(i / 4000.0);
    CHECK(next >= last);
    last = next;
  }
  CHECK(law.quantile(1 - 0x1p-53) >= last);
}

}  // namespace pahunch::test
