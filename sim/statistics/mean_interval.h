/// \file
/// Intervals for means, differences and ratios over replicates.
///
/// The replicate is the independent unit: what is added to the moments is one replicate's total,
/// never a woman, a day or a month, as those of one replicate share its floods. All intervals are
/// Student's with n - 1 degrees of freedom. They hold at their level where the mean of n replicates
/// is near normal: n >= 30 without skewness; a skewness g of one replicate needs about n = 50 g² to
/// come within 0.5% (too few hold less often than they say).
/// Where no replicate differs from another the width is 0: that tells nothing of events rarer than
/// 3 / n.
#pragma once

#include <span>

#include "sim/statistics/estimate.h"
#include "sim/statistics/running_moments.h"

namespace pahunch {

Estimate estimate_mean(const RunningMoments& replicates, double level = kUsualLevel);

/// Second minus first, by replicate: on common random numbers what they share cancels.
Estimate estimate_difference(const PairMoments& replicates, double level = kUsualLevel);

/// Mean of second over mean of first (women reached over women), by the delta method with n - 1
/// degrees of freedom (Cochran 1977, section 6.4). Precondition: the mean of first is above 0.
Estimate estimate_ratio(const PairMoments& replicates, double level = kUsualLevel);

struct RatioPart {
  double first = 0;   ///< below the line
  double second = 0;  ///< above it
};
/// The same ratio by leaving out one replicate after another (jackknife; Cochran 1977, 6.17): free
/// of bias of order 1 / n; needs the replicates themselves. Precondition: at least two, and without
/// any one of them the sum of first is above 0.
Estimate estimate_ratio_by_jackknife(std::span<const RatioPart> replicates,
                                     double level = kUsualLevel);

/// The mean of several strata that count alike, from the spread within them alone: what sets the
/// strata apart (a parameter draw, say) is no error of chance. Student's with the effective degrees
/// of freedom of Satterthwaite (Cochran 1977, section 5.4). Precondition: there is a stratum; the
/// interval is infinite where one has fewer than two replicates.
Estimate estimate_stratified_mean(std::span<const RunningMoments> strata,
                                  double level = kUsualLevel);

/// How many times the replicates independent runs would need for the same error of the difference:
/// (var first + var second) / var difference. Infinite where all differences are equal.
double variance_reduction(const PairMoments& replicates);

}  // namespace pahunch
