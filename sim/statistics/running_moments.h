/// \file
/// Mean and variance of numbers that come one after another, in constant memory.
///
/// Parts can be merged (Chan, Golub and LeVeque 1983). Sums of floating-point numbers depend on
/// their order, so the same bits need the same order: see ordered_fold.h.
#pragma once

#include <cstdint>

namespace pahunch {

class RunningMoments {
 public:
  RunningMoments() = default;
  RunningMoments(std::uint64_t n, double mean, double squares)
      : n_(n), mean_(mean), squares_(squares) {}

  void add(double value);
  void merge(const RunningMoments& later);

  [[nodiscard]] std::uint64_t n() const { return n_; }
  [[nodiscard]] double mean() const { return mean_; }
  /// Sum of squared deviations from the mean.
  [[nodiscard]] double squares() const { return squares_; }
  /// Unbiased variance of one number; 0 for fewer than two.
  [[nodiscard]] double variance() const;
  /// Standard error of the mean; 0 for fewer than two.
  [[nodiscard]] double standard_error() const;

 private:
  std::uint64_t n_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

/// Moments of pairs: two systems on common random numbers, or the two parts of a ratio.
class PairMoments {
 public:
  void add(double first, double second);
  void merge(const PairMoments& later);

  [[nodiscard]] std::uint64_t n() const { return first_.n(); }
  [[nodiscard]] const RunningMoments& first() const { return first_; }
  [[nodiscard]] const RunningMoments& second() const { return second_; }
  /// Unbiased covariance of one pair; 0 for fewer than two.
  [[nodiscard]] double covariance() const;
  /// Moments of second - factor first; exactly 0 throughout where equal pairs are subtracted.
  [[nodiscard]] RunningMoments difference(double factor = 1) const;

 private:
  RunningMoments first_;
  RunningMoments second_;
  double products_ = 0;  ///< sum of products of deviations
};

}  // namespace pahunch
