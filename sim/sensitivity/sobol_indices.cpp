#include "sim/sensitivity/sobol_indices.h"

#include <cassert>
#include <cmath>

#include "geo/base/parallel.h"
#include "sim/random/random_stream.h"
#include "sim/statistics/running_moments.h"
#include "sim/statistics/student.h"

namespace pahunch {

namespace {

/// Sums over rows, from which every share follows.
struct RowSums {
  explicit RowSums(std::size_t n_columns) : first_order(n_columns), total(n_columns) {}

  void add(const RowSums& row) {
    output += row.output;
    square += row.square;
    for (std::size_t j = 0; j < total.size(); ++j) {
      first_order[j] += row.first_order[j];
      total[j] += row.total[j];
    }
  }

  double output = 0;  ///< over A and B, halved
  double square = 0;
  std::vector<double> first_order;
  std::vector<double> total;
};

/// Shares in plain numbers: first orders of all columns, then totals.
struct Shares {
  double variance = 0;
  std::vector<double> values;
};

Shares to_shares(const RowSums& sums, std::size_t n_rows) {
  const auto n = static_cast<double>(n_rows);
  Shares shares = {.variance = sums.square / n - (sums.output / n) * (sums.output / n),
                   .values = {}};
  const double whole = shares.variance > 0 ? n * shares.variance : 1;
  for (const double sum : sums.first_order) shares.values.push_back(sum / whole);
  for (const double sum : sums.total) shares.values.push_back(sum / whole);
  return shares;
}

double mean_of(std::span<const double> outputs) {
  double sum = 0;
  for (const double output : outputs) sum += output;
  return sum / static_cast<double>(outputs.size());
}

std::vector<RowSums> sum_rows(const SobolDesign& design, std::span<const double> outputs) {
  // About the mean, as the product below would else have the variance of the mean's square.
  const double mean = mean_of(outputs);
  std::vector<RowSums> rows(design.n_rows(), RowSums(design.n_columns()));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto row = outputs.subspan(r * design.points_per_row(), design.points_per_row());
    const double a = row[0] - mean;
    const double b = row[1] - mean;
    rows[r].output = (a + b) / 2;
    rows[r].square = (a * a + b * b) / 2;
    for (std::size_t j = 0; j < design.n_columns(); ++j) {
      const double mixed = row[j + 2] - mean;
      rows[r].first_order[j] = b * (mixed - a);          // Saltelli et al. 2010, (b)
      rows[r].total[j] = (a - mixed) * (a - mixed) / 2;  // Jansen 1999
    }
  }
  return rows;
}

Shares resample(const std::vector<RowSums>& rows, RandomStream random) {
  RowSums sums(rows.front().total.size());
  for (std::size_t r = 0; r < rows.size(); ++r) sums.add(rows[random.uniform_index(rows.size())]);
  return to_shares(sums, rows.size());
}

/// Standard deviations of all shares over the resamples.
std::vector<double> bootstrap_errors(const std::vector<RowSums>& rows,
                                     const BootstrapOptions& options) {
  std::vector<Shares> resamples(options.n_resamples);
  for_each_in_parallel(resamples.size(), [&](std::size_t i) {
    resamples[i] = resample(
        rows, RandomStream({.seed = options.seed, .purpose = Purpose::kBootstrap, .entity = i}));
  });
  std::vector<RunningMoments> moments(2 * rows.front().total.size());
  for (const Shares& shares : resamples) {
    for (std::size_t i = 0; i < moments.size(); ++i) moments[i].add(shares.values[i]);
  }
  std::vector<double> errors;
  errors.reserve(moments.size());
  for (const RunningMoments& share : moments) errors.push_back(std::sqrt(share.variance()));
  return errors;
}

}  // namespace

SobolIndices estimate_sobol_indices(const SobolDesign& design, std::span<const double> outputs,
                                    const BootstrapOptions& options) {
  assert(outputs.size() == design.n_points());
  const std::vector<RowSums> rows = sum_rows(design, outputs);
  RowSums sums(design.n_columns());
  for (const RowSums& row : rows) sums.add(row);
  const Shares shares = to_shares(sums, rows.size());
  const std::vector<double> errors = bootstrap_errors(rows, options);
  const double z = normal_multiplier(options.level);
  const auto estimate = [&](std::size_t i) {
    return Estimate{.n = rows.size(),
                    .value = shares.values[i],
                    .standard_error = errors[i],
                    .low = shares.values[i] - z * errors[i],
                    .high = shares.values[i] + z * errors[i],
                    .level = options.level};
  };
  SobolIndices indices = {.variance = shares.variance, .inputs = {}, .noise = {}};
  for (std::size_t j = 0; j < design.n_columns(); ++j) {
    const VarianceShare share = {estimate(j), estimate(design.n_columns() + j)};
    if (j < design.n_inputs()) {
      indices.inputs.push_back(share);
    } else {
      indices.noise = share;
    }
  }
  return indices;
}

}  // namespace pahunch
