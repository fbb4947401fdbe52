/// \file
/// Mean of one long series whose numbers hang together: waiting times of one queue.
///
/// For long runs of a single queue, as in checks against closed forms; between replicates see
/// mean_interval.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/statistics/estimate.h"

namespace pahunch {

struct BatchMeans {
  Estimate mean;                     ///< n = number of batches
  double effective_sample_size = 0;  ///< as many independent numbers would give this error
  double lag_1_correlation = 0;      ///< of the batches: near 0 where they are long enough
};

/// Non-overlapping batch means (Schmeiser 1982; 10 to 30 batches are best): equal batches, Student
/// with n_batches - 1 degrees of freedom. What is left over at the start is not used. A batch
/// must be long against the time over which the series forgets, and its mean not skewed: for an
/// M/M/1 queue at utilisation 0.5, ten batches of 100 customers come within 0.5% of the level for
/// the share who wait, of 3000 for the very skewed mean wait. Precondition: 2 <= n_batches <=
/// series.size().
BatchMeans estimate_by_batches(std::span<const double> series, std::size_t n_batches = 20,
                               double level = kUsualLevel);

}  // namespace pahunch
