#include "geo/coverage/getis_ord.h"

#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace pahunch {

namespace {

/// Variances below this share of the largest square are rounding, not spread.
constexpr double kNoSpread = 1e-24;

/// z is the same for values shifted by a constant; centred ones keep the digits.
struct Centred {
  std::vector<double> x;
  double sum = 0, sum2 = 0;
  double least_variance = 0;
};

Centred centre(std::span<const double> values) {
  Centred c;
  const double total = std::accumulate(values.begin(), values.end(), 0.0);
  const double mean = total / static_cast<double>(values.size());
  for (const double v : values) {
    c.x.push_back(v - mean);
    c.sum += v - mean;
    c.sum2 += (v - mean) * (v - mean);
    c.least_variance = std::fmax(c.least_variance, kNoSpread * v * v);
  }
  return c;
}

/// Sums over the neighbours of one place.
struct RowSums {
  double w = 0, w2 = 0, wx = 0;
};

RowSums sum_row(const std::vector<Neighbour>& row, std::span<const double> x) {
  RowSums sums;
  for (const Neighbour& n : row) {
    sums.w += n.weight;
    sums.w2 += n.weight * n.weight;
    sums.wx += n.weight * x[n.index];
  }
  return sums;
}

/// Mean and variance (over n) of the values that a neighbour may be drawn from.
struct Pool {
  double n = 0, mean = 0, variance = 0;
};

Pool pool_of(const Centred& c, std::uint32_t row, GetisOrdKind kind) {
  const double own = kind == GetisOrdKind::kGi ? 1.0 : 0.0;
  Pool pool{.n = static_cast<double>(c.x.size()) - own};
  pool.mean = (c.sum - own * c.x[row]) / pool.n;
  pool.variance = (c.sum2 - own * c.x[row] * c.x[row]) / pool.n - pool.mean * pool.mean;
  return pool;
}

std::optional<double> standardise(const RowSums& row, const Pool& pool, double least_variance) {
  const double spread = (pool.n * row.w2 - row.w * row.w) / (pool.n - 1);
  if (row.w <= 0 || spread <= 1e-12 * row.w2 || pool.variance <= least_variance) {
    return std::nullopt;
  }
  return (row.wx - row.w * pool.mean) / std::sqrt(pool.variance * spread);
}

/// Moves a random choice of `n` of the items to the front.
void draw_to_front(std::vector<std::uint32_t>& items, std::size_t n, const UniformIndex& random) {
  for (std::size_t k = 0; k < n; ++k) {
    std::swap(items[k], items[k + random(items.size() - k)]);
  }
}

}  // namespace

std::optional<double> compute_global_g(std::span<const double> values,
                                       const SpatialWeights& weights) {
  assert(values.size() == weights.size());
  double near = 0, total = 0, total2 = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    near += values[i] * sum_row(weights.rows[i], values).wx;
    total += values[i];
    total2 += values[i] * values[i];
  }
  const double all = total * total - total2;
  if (find_islands(weights).size() == weights.size() || all <= 0) return std::nullopt;
  return near / all;
}

std::vector<std::optional<double>> compute_local_z(std::span<const double> values,
                                                   const SpatialWeights& weights,
                                                   GetisOrdKind kind) {
  assert(values.size() == weights.size());
  std::vector<std::optional<double>> z(values.size());
  if (values.size() < 3) return z;
  const Centred c = centre(values);
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    RowSums row = sum_row(weights.rows[i], c.x);
    if (kind == GetisOrdKind::kGiStar) {
      row.w += 1;
      row.w2 += 1;
      row.wx += c.x[i];
    }
    z[i] = standardise(row, pool_of(c, i, kind), c.least_variance);
  }
  return z;
}

double permute_local(std::span<const double> values, const SpatialWeights& weights,
                     const LocalPermutation& local, const UniformIndex& random) {
  const auto& neighbours = weights.rows[local.row];
  std::vector<std::uint32_t> others;
  double slack = 0;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (i != local.row) others.push_back(i);
    slack = std::fmax(slack, std::fabs(values[i]));
  }
  // Equal statistics may differ in their last bits, as their terms come in another order.
  const RowSums sums = sum_row(neighbours, values);
  slack *= 1e-12 * sums.w;
  std::uint64_t n_at_least = 0;
  for (std::uint64_t p = 0; p < local.n_permutations; ++p) {
    draw_to_front(others, neighbours.size(), random);
    double drawn = 0;
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      drawn += neighbours[k].weight * values[others[k]];
    }
    if (drawn >= sums.wx - slack) ++n_at_least;
  }
  return pseudo_p(n_at_least, local.n_permutations);
}

}  // namespace pahunch
