/// \file
/// Who is whose neighbour, and how much. Built from points here, from polygons in contiguity.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

struct Neighbour {
  std::uint32_t index = 0;
  double weight = 1;
  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// Row i: the neighbours of i, by index, never i itself. Not necessarily symmetric.
struct SpatialWeights {
  std::vector<std::vector<Neighbour>> rows;

  [[nodiscard]] std::size_t size() const { return rows.size(); }
  friend bool operator==(const SpatialWeights&, const SpatialWeights&) = default;
};

/// Rows without a neighbour, ascending.
std::vector<std::uint32_t> find_islands(const SpatialWeights& weights);

/// Each row divided by its sum; islands stay empty.
SpatialWeights row_standardised(const SpatialWeights& weights);

/// Only the rows and columns to keep, renumbered in their order. `keep` ascends.
SpatialWeights restricted_to(const SpatialWeights& weights, std::span<const std::uint32_t> keep);

/// Binary: all points at most `max_m` apart, inclusive. Cost O(n^2).
SpatialWeights make_distance_band(std::span<const Xy> points, double max_m);

/// Binary: the k nearest (all others where there are fewer); ties go to the smaller index. Not
/// symmetric in general. Cost O(n^2 log k).
SpatialWeights make_k_nearest(std::span<const Xy> points, std::size_t k);

/// Ties each island to its nearest point, both ways, with weight 1; returns the islands tied.
std::vector<std::uint32_t> tie_islands(SpatialWeights& weights, std::span<const Xy> points);

}  // namespace pahunch
