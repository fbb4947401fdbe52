/// \file
/// Parameter uncertainty and Monte Carlo error apart, from replicates within parameter draws.
#pragma once

#include <span>

#include "sim/statistics/running_moments.h"

namespace pahunch {

/// Of the mean over replicates, as a function of the parameters.
struct NestedVariance {
  double mean = 0;
  /// Variance between parameter draws of what endless replicates would give. More replicates do
  /// not shrink it. Corrected for the replicates' noise, at least 0.
  double parameters = 0;
  /// What the noise of so many replicates adds to the variance of one draw's mean.
  double noise = 0;
};

/// `draws`: one parameter draw each, with at least two replicates. One-way analysis of variance
/// with equal or unequal numbers of replicates. Precondition: at least two draws.
NestedVariance split_variance(std::span<const RunningMoments> draws);

}  // namespace pahunch
