/// \file
/// A run of the model that a sensitivity design asks for.
#pragma once

#include <cstdint>
#include <vector>

namespace pahunch {

/// What a design does about a model whose outcome is random.
enum class NoiseInput : std::uint8_t {
  kNone,   ///< all points share one set of replicates: the model on those draws is studied
  kAdded,  ///< the set of replicates is one more input: simulation noise gets a share of its own
};

struct DesignPoint {
  std::vector<double> inputs;  ///< strictly between 0 and 1: quantile levels of the priors
  /// The set of replicates: points with equal numbers are to be run on the same random numbers
  /// (say replicates noise * r … noise * r + r - 1 of one seed).
  std::uint64_t noise = 0;
};

}  // namespace pahunch
