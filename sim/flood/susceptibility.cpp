#include "sim/flood/susceptibility.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/random/portable_math.h"

namespace pahunch {
namespace {

using Column = std::vector<double>;

/// L of V = L L', by rows, in a fixed order of summation. V must be positive definite.
class OrderedCholesky {
 public:
  explicit OrderedCholesky(std::vector<Column> rows) : rows_(std::move(rows)) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        double sum = rows_[i][j];
        for (std::size_t k = 0; k < j; ++k) sum -= rows_[i][k] * rows_[j][k];
        rows_[i][j] = i == j ? std::sqrt(sum) : sum / rows_[j][j];
      }
    }
  }
  /// L^-1 b
  [[nodiscard]] Column solve(Column b) const {
    for (std::size_t i = 0; i < b.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) b[i] -= rows_[i][k] * b[k];
      b[i] /= rows_[i][i];
    }
    return b;
  }

 private:
  std::vector<Column> rows_;
};

double dot(const Column& a, const Column& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// Kriging of one surface.
class SurfaceFit {
 public:
  SurfaceFit(const FloodTable& table, const TobitFit& fit, const FloodPrior& prior, double noise_sd)
      : table_(table), fit_(fit), prior_(prior), cholesky_(make_covariances(noise_sd)) {
    ones_ = cholesky_.solve(Column(fit.blocks.size(), 1));
    Column rivers;
    for (const std::size_t b : fit.blocks) rivers.push_back(get_river(b));
    rivers_ = cholesky_.solve(rivers);
    data_ = cholesky_.solve(fit.block_raw);
    fit_trend();
  }

  Susceptibility predict() const {
    Susceptibility surface;
    surface.river_slope = slope_;
    Column left = data_;
    for (std::size_t i = 0; i < left.size(); ++i)
      left[i] -= trend_ * ones_[i] + slope_ * rivers_[i];
    for (std::size_t b = 0; b < table_.n_blocks(); ++b) {
      Column near;
      for (const std::size_t other : fit_.blocks) near.push_back(get_covariance(b, other));
      near = cholesky_.solve(std::move(near));
      surface.level.push_back(trend_ + slope_ * get_river(b) + dot(near, left));
      surface.sd.push_back(std::sqrt(std::max(0.0, get_covariance(b, b) - dot(near, near))));
    }
    return surface;
  }

 private:
  [[nodiscard]] double get_river(std::size_t b) const {
    return portable::exp(-table_.blocks[b].river_km / prior_.river_decay_km.value);
  }

  [[nodiscard]] double get_covariance(std::size_t a, std::size_t b) const {
    const double variance = fit_.block_sd * fit_.block_sd;
    if (a == b) return variance;
    const double dx = table_.blocks[a].at.x_m - table_.blocks[b].at.x_m;
    const double dy = table_.blocks[a].at.y_m - table_.blocks[b].at.y_m;
    const double distance_km = std::sqrt(dx * dx + dy * dy) / kMetresPerKm;
    return variance * prior_.surface_shared_frac.value *
           portable::exp(-distance_km / prior_.surface_range_km.value);
  }

  [[nodiscard]] std::vector<Column> make_covariances(double noise_sd) const {
    std::vector<Column> rows;
    for (std::size_t i = 0; i < fit_.blocks.size(); ++i) {
      Column row;
      for (std::size_t j = 0; j <= i; ++j) {
        row.push_back(get_covariance(fit_.blocks[i], fit_.blocks[j]));
      }
      row.back() += noise_sd * noise_sd;
      rows.push_back(std::move(row));
    }
    return rows;
  }

  /// Generalised least squares; without a slope where all blocks are as far from a river.
  void fit_trend() {
    const double oo = dot(ones_, ones_), or_ = dot(ones_, rivers_), rr = dot(rivers_, rivers_);
    const double od = dot(ones_, data_), rd = dot(rivers_, data_);
    const double determinant = oo * rr - or_ * or_;
    constexpr double kSingular = 1e-9;
    if (determinant > kSingular * oo * rr) slope_ = (oo * rd - or_ * od) / determinant;
    trend_ = (od - slope_ * or_) / oo;
  }

  const FloodTable& table_;
  const TobitFit& fit_;
  const FloodPrior& prior_;
  OrderedCholesky cholesky_;
  Column ones_, rivers_, data_;
  double trend_ = 0, slope_ = 0;
};

/// How many independent months the months of the table are worth to a block.
double count_effective_months(const TobitFit& fit, double month_to_month) {
  std::map<int, double> n;
  for (const YearMonth& month : fit.months) n[month.year] += 1;
  double effective = 0;
  for (const auto& [year, count] : n) effective += count / (1 + (count - 1) * month_to_month);
  return effective;
}

}  // namespace

Susceptibility fit_susceptibility(const FloodTable& table, const TobitFit& fit,
                                  const FloodPersistence& persistence, const FloodPrior& prior) {
  const double n = count_effective_months(fit, persistence.month_to_month.value);
  const double noise_sd = fit.residual_sd / std::sqrt(n);
  Susceptibility surface = SurfaceFit(table, fit, prior, noise_sd).predict();
  surface.noise_sd = noise_sd;
  return surface;
}

}  // namespace pahunch
