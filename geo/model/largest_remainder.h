/// \file
/// Sharing whole persons out in proportion to weights, so that the parts add up exactly
/// (largest remainder, Hamilton 1792). Ties go to the earlier part.
#pragma once

#include <span>
#include <vector>

#include "geo/model/settlement.h"

namespace pahunch {

/// Parts of `total`, one a weight; each is its exact share rounded down or up. Preconditions:
/// `total` is not negative; weights are finite and not negative, with a positive sum unless `total`
/// is 0.
std::vector<Persons> split_by_largest_remainder(Persons total, std::span<const double> weights);

}  // namespace pahunch
