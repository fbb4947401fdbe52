#include "sim/random/multivariate_normal.h"

#include <fmt/format.h>

#include <Eigen/Core>
#include <cassert>
#include <cmath>

#include "geo/base/error.h"
#include "sim/random/normal.h"

namespace pahunch {

namespace {

using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

[[noreturn]] void refuse_covariance(const std::string& what) {
  throw ConfigError({.what = "a covariance cannot be factored: " + what,
                     .why = "no normal law has it",
                     .hint = "it must be square, symmetric and positive definite; two components "
                             "at one place need a variance of their own (a nugget)"});
}

/// Column by column, as Eigen's own factorisation sizes its blocks, and so orders its sums, by the
/// caches of the machine. The lower half of `matrix` becomes the factor.
void factor_in_place(Eigen::MatrixXd& matrix) {
  const Eigen::Index n = matrix.rows();
  for (Eigen::Index j = 0; j < n; ++j) {
    const double variance = matrix(j, j);
    Eigen::VectorXd column = matrix.col(j).tail(n - j);
    if (j > 0) {
      const Eigen::VectorXd row = matrix.row(j).head(j).transpose();
      column.noalias() -= matrix.bottomLeftCorner(n - j, j) * row;
    }
    if (!(column(0) > 1e-13 * variance) || !std::isfinite(column(0))) {
      refuse_covariance(fmt::format("row {} follows from those before it", j + 1));
    }
    matrix.col(j).tail(n - j) = column / std::sqrt(column(0));
  }
}

}  // namespace

MultivariateNormalDistribution::MultivariateNormalDistribution(std::span<const double> covariance,
                                                               std::span<const double> mean)
    : mean_(mean.begin(), mean.end()) {
  const auto n = static_cast<std::size_t>(std::lround(std::sqrt(covariance.size())));
  if (n == 0 || n * n != covariance.size()) {
    refuse_covariance(fmt::format("{} numbers make no square", covariance.size()));
  }
  if (mean_.empty()) mean_.resize(n);
  if (mean_.size() != n) refuse_covariance(fmt::format("{} rows, {} means", n, mean_.size()));
  const auto rows = static_cast<Eigen::Index>(n);
  Eigen::MatrixXd matrix = Eigen::Map<const RowMatrix>(covariance.data(), rows, rows);
  factor_in_place(matrix);
  factor_.reserve(n * (n + 1) / 2);
  for (Eigen::Index i = 0; i < rows; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) factor_.push_back(matrix(i, j));
  }
}

void MultivariateNormalDistribution::operator()(RandomStream& random, std::span<double> out) const {
  for (double& value : out) value = draw_standard_normal(random);
  combine(out);
}

void MultivariateNormalDistribution::combine(std::span<double> normals) const {
  assert(normals.size() == size());
  std::size_t row_start = factor_.size();
  for (std::size_t i = size(); i-- > 0;) {  // from the last, whose own number no other row needs
    row_start -= i + 1;
    double sum = mean_[i];
    for (std::size_t j = 0; j <= i; ++j) sum += factor_[row_start + j] * normals[j];
    normals[i] = sum;
  }
}

}  // namespace pahunch
