/// \file
/// Randomness as the statistics of this layer need it, and pseudo p-values.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>

namespace pahunch {

/// Draws an integer uniformly from [0, n), n at least 1. One callable is one stream.
using UniformIndex = std::function<std::uint64_t(std::uint64_t n)>;

/// The folded pseudo p-value of Anselin (1995): (m + 1) / (n + 1), where m is the number of the n
/// permuted statistics at least as extreme on the side on which the observed one lies.
inline double pseudo_p(std::uint64_t n_at_least, std::uint64_t n_permutations) {
  const std::uint64_t extreme = std::min(n_at_least, n_permutations - n_at_least);
  return static_cast<double>(extreme + 1) / static_cast<double>(n_permutations + 1);
}

}  // namespace pahunch
