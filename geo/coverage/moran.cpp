#include "geo/coverage/moran.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <vector>

namespace pahunch {

namespace {

/// The sums over the weights that the moments of I are made of (Cliff & Ord).
struct WeightSums {
  double s0 = 0, s1 = 0, s2 = 0;
};

double weight_between(const SpatialWeights& weights, std::uint32_t from, std::uint32_t to) {
  const auto& row = weights.rows[from];
  const auto at = std::lower_bound(row.begin(), row.end(), to,
                                   [](const Neighbour& n, std::uint32_t i) { return n.index < i; });
  return at != row.end() && at->index == to ? at->weight : 0.0;
}

WeightSums sum_weights(const SpatialWeights& weights) {
  WeightSums sums;
  std::vector<double> row_and_column(weights.size(), 0.0);
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    for (const Neighbour& n : weights.rows[i]) {
      sums.s0 += n.weight;
      row_and_column[i] += n.weight;
      row_and_column[n.index] += n.weight;
      const double back = weight_between(weights, n.index, i);
      const double both = (n.weight + back) * (n.weight + back);
      // A pair of which only one direction is stored is met once, but counts twice.
      sums.s1 += back == 0 ? both : both / 2;
    }
  }
  for (const double w : row_and_column) sums.s2 += w * w;
  return sums;
}

std::vector<double> centred(std::span<const double> values) {
  double total = 0;
  for (const double v : values) total += v;
  const double mean = total / static_cast<double>(values.size());
  std::vector<double> result;
  result.reserve(values.size());
  for (const double v : values) result.push_back(v - mean);
  return result;
}

double cross_product(std::span<const double> z, const SpatialWeights& weights) {
  double total = 0;
  for (std::size_t i = 0; i < z.size(); ++i) {
    double lag = 0;
    for (const Neighbour& n : weights.rows[i]) lag += n.weight * z[n.index];
    total += z[i] * lag;
  }
  return total;
}

MoranTest make_test(double i, double expected, double variance) {
  const double z = (i - expected) / std::sqrt(variance);
  return {.variance = variance, .z = z, .p = std::erfc(std::fabs(z) / std::sqrt(2.0))};
}

struct ValueSums {
  double n = 0, z2 = 0, z4 = 0;
};

ValueSums sum_values(std::span<const double> z) {
  ValueSums sums{.n = static_cast<double>(z.size())};
  for (const double v : z) {
    sums.z2 += v * v;
    sums.z4 += v * v * v * v;
  }
  return sums;
}

double normal_variance(double n, const WeightSums& w, double expected) {
  return (n * n * w.s1 - n * w.s2 + 3 * w.s0 * w.s0) / ((n * n - 1) * w.s0 * w.s0) -
         expected * expected;
}

double randomisation_variance(const ValueSums& v, const WeightSums& w, double expected) {
  const double n = v.n;
  const double kurtosis = (v.z4 / n) / ((v.z2 / n) * (v.z2 / n));
  const double s0_2 = w.s0 * w.s0;
  const double a = n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s0_2);
  const double b = kurtosis * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s0_2);
  return (a - b) / ((n - 1) * (n - 2) * (n - 3) * s0_2) - expected * expected;
}

bool all_equal(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
}

void shuffle(std::vector<double>& values, const UniformIndex& random) {
  for (std::size_t left = values.size(); left > 1; --left) {
    std::swap(values[left - 1], values[random(left)]);
  }
}

}  // namespace

std::optional<Moran> compute_moran(std::span<const double> values, const SpatialWeights& weights) {
  assert(values.size() == weights.size());
  if (values.size() < 4 || all_equal(values)) return std::nullopt;
  const WeightSums w = sum_weights(weights);
  if (w.s0 <= 0) return std::nullopt;
  const std::vector<double> z = centred(values);
  const ValueSums v = sum_values(z);
  const double expected = -1 / (v.n - 1);
  const double i = v.n / w.s0 * cross_product(z, weights) / v.z2;
  return Moran{.i = i,
               .expected = expected,
               .normal = make_test(i, expected, normal_variance(v.n, w, expected)),
               .randomisation = make_test(i, expected, randomisation_variance(v, w, expected))};
}

double permute_moran(std::span<const double> values, const SpatialWeights& weights,
                     std::uint64_t n_permutations, const UniformIndex& random) {
  std::vector<double> z = centred(values);
  const double observed = cross_product(z, weights);
  // Equal statistics may differ in their last bits, as their terms come in another order.
  const double slack = 1e-12 * sum_values(z).z2;
  std::uint64_t n_at_least = 0;
  for (std::uint64_t p = 0; p < n_permutations; ++p) {
    shuffle(z, random);
    if (cross_product(z, weights) >= observed - slack) ++n_at_least;
  }
  return pseudo_p(n_at_least, n_permutations);
}

}  // namespace pahunch
