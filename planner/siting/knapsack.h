/// \file
/// The knapsack inside the capacitated bound.
#pragma once

#include <cstdint>
#include <vector>

namespace pahunch {

struct KnapsackItem {
  std::int64_t load = 0;  ///< more than nothing
  double profit = 0;      ///< more than nothing
};

/// An upper bound of the profit that fits: exact, by dynamic programming, where capacity x items
/// is small, else of the linear relaxation (Dantzig 1957). `taken`: which items, at least in part.
double bound_knapsack(const std::vector<KnapsackItem>& items, std::int64_t capacity,
                      std::vector<bool>& taken);

}  // namespace pahunch
