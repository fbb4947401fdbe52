/// \file
/// The surface of susceptibility: how much more or less a block floods than the average one.
///
/// What the table says of a block (its mean level over the months) is shrunk towards what rivers
/// and neighbours say (kriging with a trend; Cressie 1993):
///
///   level = trend + slope exp(-distance to a river / decay) + shared field + the block's own,
///
/// the shared field with correlation exp(-distance / range). Weights follow from the variance
/// between blocks and from that of a block's mean, in which months of one year count as fewer than
/// they are, as they go together. A block without observed rows gets what the others say of it.
///
/// Own Cholesky decomposition in a fixed order: blocked library code sums in an order that depends
/// on the caches of the machine. Cost: n^3 / 2 multiplications, 0.1 s for 534 blocks.
#pragma once

#include <vector>

#include "geo/model/hazard_prior.h"
#include "sim/flood/flood_decay.h"
#include "sim/flood/tobit_fit.h"

namespace pahunch {

struct Susceptibility {
  std::vector<double> level;  ///< by block of the table
  std::vector<double> sd;     ///< what is left unknown of it
  double river_slope = 0;     ///< level at a river over level far away
  double noise_sd = 0;        ///< of a block's mean over the months
};

Susceptibility fit_susceptibility(const FloodTable& table, const TobitFit& fit,
                                  const FloodPersistence& persistence, const FloodPrior& prior);

}  // namespace pahunch
