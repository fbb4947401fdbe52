#include "sim/random/empirical.h"

#include <algorithm>
#include <cassert>

#include "geo/base/error.h"
#include "sim/random/parameter_check.h"

namespace pahunch {

EmpiricalDistribution::EmpiricalDistribution(std::span<const QuantilePoint> points)
    : points_(points.begin(), points.end()) {
  if (points_.size() < 2 || points_.front().p != 0 || points_.back().p != 1) {
    throw ConfigError({.what = "a table of quantiles does not run from 0 to 1",
                       .why = "the least and the greatest value would be unknown",
                       .hint = "give a first row with p = 0 and a last one with p = 1"});
  }
  require_finite({"empirical", "value", points_.front().value});
  for (std::size_t i = 1; i < points_.size(); ++i) {
    if (!(points_[i].p > points_[i - 1].p)) {
      refuse({"empirical", "p", points_[i].p}, "must be above that of the row before");
    }
    if (!(require_finite({"empirical", "value", points_[i].value}) >= points_[i - 1].value)) {
      refuse({"empirical", "value", points_[i].value}, "must not be below that of the row before");
    }
  }
}

double EmpiricalDistribution::quantile(double p) const {
  assert(p >= 0 && p <= 1);
  const auto above =
      std::upper_bound(points_.begin() + 1, points_.end() - 1, p,
                       [](double at, const QuantilePoint& point) { return at < point.p; });
  const QuantilePoint& from = above[-1];
  return from.value + (above->value - from.value) * ((p - from.p) / (above->p - from.p));
}

double EmpiricalDistribution::mean() const {
  double sum = 0;
  for (std::size_t i = 1; i < points_.size(); ++i) {
    sum += (points_[i].p - points_[i - 1].p) * (points_[i].value + points_[i - 1].value) / 2;
  }
  return sum;
}

}  // namespace pahunch
