/// \file
/// Moran's I: are near values alike? Cliff & Ord (1981).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "geo/coverage/permutation.h"
#include "geo/coverage/spatial_weights.h"

namespace pahunch {

/// Variance, z and two-sided p under one assumption.
struct MoranTest {
  double variance = 0;
  double z = 0;
  double p = 0;
};

struct Moran {
  double i = 0;
  double expected = 0;      ///< -1 / (n - 1)
  MoranTest normal;         ///< values drawn from one normal distribution
  MoranTest randomisation;  ///< these values, in any order
};

/// None for fewer than 4 values, for equal values, or without any neighbours. Islands count in n.
/// Precondition: one value a row.
std::optional<Moran> compute_moran(std::span<const double> values, const SpatialWeights& weights);

/// Pseudo p-value over random orders of the values. Precondition: `compute_moran` has an answer.
double permute_moran(std::span<const double> values, const SpatialWeights& weights,
                     std::uint64_t n_permutations, const UniformIndex& random);

}  // namespace pahunch
