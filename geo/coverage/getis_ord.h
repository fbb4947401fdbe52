/// \file
/// Getis-Ord statistics: where large or small values gather. Getis & Ord (1992), Ord & Getis
/// (1995).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/coverage/permutation.h"
#include "geo/coverage/spatial_weights.h"

namespace pahunch {

enum class GetisOrdKind : std::uint8_t {
  kGi,      ///< the neighbours only
  kGiStar,  ///< the place itself too, with weight 1
};

/// Global G: sum of w_ij x_i x_j over the sum of x_i x_j, i not j. None without neighbours or when
/// the products sum to 0.
std::optional<double> compute_global_g(std::span<const double> values,
                                       const SpatialWeights& weights);

/// Standardised local statistics (z), one a value, in the general form that holds for any weights.
/// None where it is not defined: an island under Gi, everybody a neighbour, equal values. Under Gi*
/// the weights should be binary, as the place itself gets weight 1. Precondition: one value a row.
std::vector<std::optional<double>> compute_local_z(std::span<const double> values,
                                                   const SpatialWeights& weights,
                                                   GetisOrdKind kind);

struct LocalPermutation {
  std::uint32_t row = 0;
  std::uint64_t n_permutations = 999;
};

/// Pseudo p-value of a row over random draws of its neighbours from all other places, itself fixed;
/// the same for Gi and Gi*. Preconditions: the row has neighbours; `random` is a stream of its own
/// for each row.
double permute_local(std::span<const double> values, const SpatialWeights& weights,
                     const LocalPermutation& local, const UniformIndex& random);

}  // namespace pahunch
