/// \file
/// Inequality of a quantity between people: Gini, Lorenz curve, the worst-off tenth.
///
/// Values are not negative; a weight is a number of people. An unweighted measure is one with equal
/// weights, as the plain formula over n (no n/(n-1) correction).
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace pahunch {

struct Weighted {
  double value = 0;
  double weight = 1;
};

struct LorenzPoint {
  double population_frac = 0;
  double value_frac = 0;
};

/// Half the mean absolute difference over the mean: 0 equal, towards 1 unequal. None without
/// weight; 0 when all values are 0. Cost O(n log n).
std::optional<double> compute_gini(std::span<const Weighted> items);
std::optional<double> compute_gini(std::span<const double> values);

/// From (0, 0) to (1, 1), one point a distinct value, ascending. Empty without weight or value.
std::vector<LorenzPoint> compute_lorenz(std::span<const Weighted> items);

/// The share of the whole borne by the people with the largest values, and their mean. The group at
/// the edge is split, so that exactly `worst_frac` of the people count.
struct WorstOff {
  double share_of_total = 0;
  double mean = 0;
};
/// None without weight or value. Precondition: 0 < worst_frac <= 1.
std::optional<WorstOff> compute_worst_off(std::span<const Weighted> items, double worst_frac);

/// The smallest value at which the cumulated weight is at least `frac` of the whole. None without
/// weight. Precondition: 0 <= frac <= 1.
std::optional<double> compute_weighted_quantile(std::span<const Weighted> items, double frac);

}  // namespace pahunch
