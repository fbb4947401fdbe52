/// \file
/// How residuals of floods go together in space and from month to month.
///
/// A dry block shows only that its level was not above 0. The mean product of two expected
/// residuals is a series in their correlation r (Hermite polynomials): its first term is the
/// product of the shares known of each, k k' r; all the rest is put into the second, sqrt(k (1-k)
/// k' (1-k')) r^2, which makes it right at r = 1 too. Summed over pairs this gives r from the sum
/// of products.
///
/// Over distance the correlation of pairs of one month, in bins of 10 km, is fitted by
/// near exp(-distance / range) + offset (Matheron's method, weighted by what is known). The offset
/// is what the field loses by having its mean taken away as the level of the month. Intervals:
/// jackknife over years, of the logarithm of the range.
#pragma once

#include <vector>

#include "sim/flood/jackknife.h"
#include "sim/flood/tobit_fit.h"

namespace pahunch {

inline constexpr double kFloodBin_km = 10;
inline constexpr std::size_t kFloodBins = 20;

/// Pairs of blocks about as far apart, all months.
struct DecayBin {
  double distance_km = 0;  ///< mean
  double correlation = 0;
  double known = 0;  ///< sum of products of known shares: its weight
};

struct FloodDecay {
  std::vector<DecayBin> bins;  ///< those with pairs
  Estimate90 range_km;
  double near_correlation = 0;    ///< of places that touch, over the offset
  double offset = 0;              ///< at most 0
  double domain_correlation = 0;  ///< mean over all pairs of blocks of the decay without offset
};

FloodDecay fit_decay(const FloodTable& table, const TobitFit& fit);

struct FloodPersistence {
  Estimate90 month_to_month;  ///< correlation of a block's residuals in successive months
  double other_years = 0;     ///< mean correlation between years: below 0, as blocks are centred
};

FloodPersistence fit_persistence(const TobitFit& fit);

}  // namespace pahunch
