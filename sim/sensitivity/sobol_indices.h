/// \file
/// Which input moves the answer: shares of the output's variance (Sobol' 1993).
///
/// First order: what the variance would lose if the input were known. Total: what would be left if
/// all others were known, interactions with them included. Estimators of Saltelli et al. (2010) and
/// Jansen (1999); intervals by the bootstrap over rows (Archer, Saltelli and Sobol' 1997), which
/// for evenly laid rows are a little too wide. A share near 0 can come out below 0.
///
/// For a random model the output of a point is the mean of few replicates. With the noise as an
/// input, what those few replicates add to the variance is told apart as the noise's own share,
/// which falls with their number, and the shares of the parameters are not mistaken for it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/sensitivity/sobol_design.h"
#include "sim/statistics/estimate.h"

namespace pahunch {

struct VarianceShare {
  Estimate first_order;
  Estimate total;
};

struct SobolIndices {
  double variance = 0;  ///< of the output over all inputs, the noise among them
  std::vector<VarianceShare> inputs;
  std::optional<VarianceShare> noise;  ///< where it is an input
};

struct BootstrapOptions {
  std::size_t n_resamples = 500;
  std::uint64_t seed = 0;
  double level = kUsualLevel;
};

/// `outputs`: one a point of the design, in its order. All shares are 0 where no output differs.
SobolIndices estimate_sobol_indices(const SobolDesign& design, std::span<const double> outputs,
                                    const BootstrapOptions& options = {});

}  // namespace pahunch
