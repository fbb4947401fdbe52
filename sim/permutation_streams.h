/// \file
/// The streams that the permutation tests of the coverage draw from.
#pragma once

#include <cstdint>

#include "geo/coverage/hot_spots.h"

namespace pahunch {

/// One stream for each use and entity under a seed. The callables own their streams.
RandomSource make_permutation_source(std::uint64_t seed);

}  // namespace pahunch
