#include "sim/statistics/running_moments.h"

#include <algorithm>
#include <cmath>

namespace pahunch {

namespace {

double per_degree_of_freedom(double sum, std::uint64_t n) {
  return n < 2 ? 0 : sum / static_cast<double>(n - 1);
}

/// What merging adds to a sum of products: that of the two parts' means about the common one.
double between_parts(const RunningMoments& a, const RunningMoments& b, double product) {
  const auto n = static_cast<double>(a.n());
  const auto m = static_cast<double>(b.n());
  return product * (n * m / (n + m));
}

}  // namespace

void RunningMoments::add(double value) {
  const double off = value - mean_;
  mean_ += off / static_cast<double>(++n_);
  squares_ += off * (value - mean_);
}

void RunningMoments::merge(const RunningMoments& later) {
  if (later.n_ == 0) return;
  const double off = later.mean_ - mean_;
  squares_ += later.squares_ + between_parts(*this, later, off * off);
  n_ += later.n_;
  mean_ += off * (static_cast<double>(later.n_) / static_cast<double>(n_));
}

double RunningMoments::variance() const { return per_degree_of_freedom(squares_, n_); }

double RunningMoments::standard_error() const {
  return n_ == 0 ? 0 : std::sqrt(variance() / static_cast<double>(n_));
}

void PairMoments::add(double first, double second) {
  const double off = first - first_.mean();
  first_.add(first);
  second_.add(second);
  products_ += off * (second - second_.mean());
}

void PairMoments::merge(const PairMoments& later) {
  if (later.n() == 0) return;
  const double off_first = later.first_.mean() - first_.mean();
  const double off_second = later.second_.mean() - second_.mean();
  products_ += later.products_ + between_parts(first_, later.first_, off_first * off_second);
  first_.merge(later.first_);
  second_.merge(later.second_);
}

double PairMoments::covariance() const { return per_degree_of_freedom(products_, n()); }

RunningMoments PairMoments::difference(double factor) const {
  const double squares =
      factor * factor * first_.squares() + second_.squares() - 2 * factor * products_;
  return {n(), second_.mean() - factor * first_.mean(), std::max(0.0, squares)};
}

}  // namespace pahunch
