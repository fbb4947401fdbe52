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

/// Whether items go in as a whole or in any part.
enum class KnapsackParts : bool { kWhole, kAny };

/// An upper bound of the profit that fits: of whole items exact, by dynamic programming, where
/// capacity x items is small, else of the linear relaxation (Dantzig 1957), which of parts is the
/// best. `taken`: which share of each item.
double bound_knapsack(const std::vector<KnapsackItem>& items, std::int64_t capacity,
                      KnapsackParts parts, std::vector<double>& taken);

}  // namespace pahunch
