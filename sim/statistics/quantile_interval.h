/// \file
/// Quantiles over replicates, with intervals that hold for any continuous law.
#pragma once

#include <span>

#include "sim/statistics/estimate.h"

namespace pahunch {

/// The p-quantile of a sample: straight line between the order statistics, of which the first is
/// the 0- and the last the 1-quantile (type 7 of Hyndman and Fan 1996). `sorted` is ascending and
/// not empty; 0 <= p <= 1.
double sample_quantile(std::span<const double> sorted, double p);

/// Its interval from order statistics, interpolated between those that hold a little less and a
/// little more (Nyblom 1992), so that it comes within 0.5% of its level for n p (1 - p) >= 5
/// instead of being some 2% too wide. An end that so few replicates cannot give is infinite. The
/// standard error is the half-width over the normal multiplier. `sorted` as above; 0 < p < 1.
Estimate estimate_quantile(std::span<const double> sorted, double p, double level = kUsualLevel);

}  // namespace pahunch
