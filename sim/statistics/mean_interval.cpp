#include "sim/statistics/mean_interval.h"

#include <cassert>
#include <cmath>

#include "sim/statistics/student.h"

namespace pahunch {

namespace {

struct MeanInterval {
  std::uint64_t n = 0;
  double value = 0;
  double standard_error = 0;
};

Estimate make_student_interval(const MeanInterval& mean, double level) {
  Estimate estimate = {
      .n = mean.n, .value = mean.value, .standard_error = mean.standard_error, .level = level};
  if (mean.n < 2) return estimate;
  const double reach =
      student_multiplier(level, static_cast<double>(mean.n - 1)) * mean.standard_error;
  estimate.low = mean.value - reach;
  estimate.high = mean.value + reach;
  return estimate;
}

}  // namespace

Estimate estimate_mean(const RunningMoments& replicates, double level) {
  return make_student_interval({.n = replicates.n(),
                                .value = replicates.mean(),
                                .standard_error = replicates.standard_error()},
                               level);
}

Estimate estimate_difference(const PairMoments& replicates, double level) {
  return estimate_mean(replicates.difference(), level);
}

Estimate estimate_ratio(const PairMoments& replicates, double level) {
  const double below = replicates.first().mean();
  assert(below > 0);
  const double ratio = replicates.second().mean() / below;
  const RunningMoments residuals = replicates.difference(ratio);
  return make_student_interval(
      {.n = replicates.n(), .value = ratio, .standard_error = residuals.standard_error() / below},
      level);
}

Estimate estimate_ratio_by_jackknife(std::span<const RatioPart> replicates, double level) {
  assert(replicates.size() >= 2);
  double below = 0, above = 0;
  for (const RatioPart& part : replicates) {
    below += part.first;
    above += part.second;
  }
  const auto n = static_cast<double>(replicates.size());
  RunningMoments pseudo_values;
  for (const RatioPart& part : replicates) {
    assert(below > part.first);
    const double without = (above - part.second) / (below - part.first);
    pseudo_values.add(n * (above / below) - (n - 1) * without);
  }
  return estimate_mean(pseudo_values, level);
}

Estimate estimate_stratified_mean(std::span<const RunningMoments> strata, double level) {
  assert(!strata.empty());
  const auto n_strata = static_cast<double>(strata.size());
  Estimate estimate = {.level = level};
  double variance = 0, per_freedom = 0;
  bool told = true;
  for (const RunningMoments& stratum : strata) {
    estimate.n += stratum.n();
    estimate.value += stratum.mean() / n_strata;
    const double error = stratum.standard_error() / n_strata;
    variance += error * error;
    if (stratum.n() < 2) {
      told = false;
    } else {
      per_freedom += error * error * error * error / static_cast<double>(stratum.n() - 1);
    }
  }
  estimate.standard_error = std::sqrt(variance);
  if (!told) return estimate;
  const double freedom = per_freedom > 0 ? variance * variance / per_freedom : 1;
  const double reach = student_multiplier(level, freedom) * estimate.standard_error;
  estimate.low = estimate.value - reach;
  estimate.high = estimate.value + reach;
  return estimate;
}

double variance_reduction(const PairMoments& replicates) {
  const double apart = replicates.first().variance() + replicates.second().variance();
  return apart / replicates.difference().variance();
}

}  // namespace pahunch
