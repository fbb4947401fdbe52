#include "sim/flood/tobit_fit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/base/error.h"
#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

namespace pahunch {
namespace {

constexpr int kMaxRounds = 400;
constexpr double kSettled = 1e-7;  // change of any month's level
constexpr double kStartVariance = 0.05;

double normal_density(double z) {
  constexpr double kOverRootTwoPi = 0.39894228040143267794;
  return kOverRootTwoPi * portable::exp(-z * z / 2);
}

/// Mean and variance of a normal number, given that it is not above 0.
struct DryMoments {
  double mean;
  double variance;
};

DryMoments get_dry_moments(double mean, double sd) {
  const double z = -mean / sd;
  constexpr double kFarTail = -30;  // the ratio below is then -z to double precision
  const double hazard = z < kFarTail ? -z - 1 / z : normal_density(z) / portable::normal_cdf(z);
  const double shrink = 1 - z * hazard - hazard * hazard;
  return {mean - sd * hazard, sd * sd * std::clamp(shrink, 0.0, 1.0)};
}

/// The rounds of expectation and maximisation over one table.
class TobitRounds {
 public:
  explicit TobitRounds(const FloodTable& table) {
    for (std::size_t b = 0; b < table.n_blocks(); ++b) {
      if (table.blocks[b].observed) fit_.blocks.push_back(b);
    }
    for (std::size_t t = 0; t < table.months.size(); ++t) take_month(table, t);
    if (fit_.months.empty()) {
      throw DataError({.what = "no month of the hazard table has a flood",
                       .where = "hazard",
                       .why = "the spread of floods cannot be learnt from dry months alone",
                       .hint = "leave the hazard layer out to run without floods"});
    }
    fit_.block_level.assign(fit_.blocks.size(), 0);
    fit_.block_raw = fit_.block_level;
    fit_.month_level.assign(fit_.months.size(), 0);
    expected_ = root_;
    variance_.assign(root_.size(), std::vector<double>(fit_.blocks.size(), 0));
  }

  TobitFit run() {
    double change = 1;
    for (int round = 0; round < kMaxRounds && change > kSettled; ++round) {
      expect();
      change = maximise();
    }
    expect();
    describe_residuals();
    return std::move(fit_);
  }

 private:
  void take_month(const FloodTable& table, std::size_t t) {
    std::vector<double> root;
    for (const std::size_t b : fit_.blocks) root.push_back(std::sqrt(table.frac[t][b]));
    if (std::none_of(root.begin(), root.end(), [](double r) { return r > 0; })) return;
    root_.push_back(std::move(root));
    fit_.months.push_back(table.months[t]);
  }

  [[nodiscard]] double get_mean(std::size_t t, std::size_t b) const {
    return fit_.block_level[b] + fit_.month_level[t];
  }

  void expect() {
    const double sd = std::sqrt(residual_variance_);
    for (std::size_t t = 0; t < root_.size(); ++t) {
      for (std::size_t b = 0; b < root_[t].size(); ++b) {
        if (root_[t][b] > 0) continue;
        const DryMoments dry = get_dry_moments(get_mean(t, b), sd);
        expected_[t][b] = dry.mean;
        variance_[t][b] = dry.variance;
      }
    }
  }

  /// The largest change of a month's level.
  double maximise() {
    const double change = update_months();
    const double left = update_blocks();
    centre_blocks();
    update_spreads(left);
    return change;
  }

  double update_months() {
    double change = 0;
    for (std::size_t t = 0; t < root_.size(); ++t) {
      double sum = 0;
      for (std::size_t b = 0; b < root_[t].size(); ++b)
        sum += expected_[t][b] - fit_.block_level[b];
      const double level = sum / static_cast<double>(root_[t].size());
      change = std::max(change, std::abs(level - fit_.month_level[t]));
      fit_.month_level[t] = level;
    }
    return change;
  }

  /// The variance that is left of a block's level.
  double update_blocks() {
    const auto n_months = static_cast<double>(root_.size());
    const double left = 1 / (n_months / residual_variance_ + 1 / block_variance_);
    for (std::size_t b = 0; b < fit_.blocks.size(); ++b) {
      double sum = 0;
      for (std::size_t t = 0; t < root_.size(); ++t) sum += expected_[t][b] - fit_.month_level[t];
      fit_.block_raw[b] = sum / n_months;
      fit_.block_level[b] = sum / residual_variance_ * left;
    }
    return left;
  }

  void centre_blocks() {
    const auto& levels = fit_.block_level;
    const double mean =
        std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size());
    for (double& level : fit_.block_level) level -= mean;
    for (double& level : fit_.block_raw) level -= mean;
    for (double& level : fit_.month_level) level += mean;
  }

  void update_spreads(double left) {
    double between = 0, within = 0;
    for (const double level : fit_.block_level) between += level * level;
    for (std::size_t t = 0; t < root_.size(); ++t) {
      for (std::size_t b = 0; b < root_[t].size(); ++b) {
        const double off = expected_[t][b] - get_mean(t, b);
        within += off * off + variance_[t][b];
      }
    }
    const auto n_blocks = static_cast<double>(fit_.blocks.size());
    block_variance_ = between / n_blocks + left;
    residual_variance_ = within / (n_blocks * static_cast<double>(root_.size())) + left;
  }

  void describe_residuals() {
    fit_.residual_sd = std::sqrt(residual_variance_);
    fit_.block_sd = std::sqrt(block_variance_);
    fit_.residual = expected_;
    fit_.known_frac = variance_;
    for (std::size_t t = 0; t < root_.size(); ++t) {
      for (std::size_t b = 0; b < root_[t].size(); ++b) {
        fit_.residual[t][b] = (expected_[t][b] - get_mean(t, b)) / fit_.residual_sd;
        const double p_dry = portable::normal_cdf(-get_mean(t, b) / fit_.residual_sd);
        const DryMoments dry = get_dry_moments(get_mean(t, b), fit_.residual_sd);
        fit_.known_frac[t][b] = 1 - p_dry * dry.variance / residual_variance_;
      }
    }
  }

  TobitFit fit_;
  std::vector<std::vector<double>> root_;      ///< [month][block]: of the fraction
  std::vector<std::vector<double>> expected_;  ///< level given the fraction
  std::vector<std::vector<double>> variance_;  ///< of the level given the fraction
  double residual_variance_ = kStartVariance;
  double block_variance_ = kStartVariance;
};

}  // namespace

TobitFit fit_tobit(const FloodTable& table) { return TobitRounds(table).run(); }

}  // namespace pahunch
