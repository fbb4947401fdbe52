#include "geo/coverage/spatial_weights.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace pahunch {

namespace {

constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();

void sort_row(std::vector<Neighbour>& row) {
  std::sort(row.begin(), row.end(),
            [](const Neighbour& a, const Neighbour& b) { return a.index < b.index; });
}

void insert_neighbour(std::vector<Neighbour>& row, std::uint32_t index) {
  const auto at = std::lower_bound(row.begin(), row.end(), index,
                                   [](const Neighbour& n, std::uint32_t i) { return n.index < i; });
  if (at == row.end() || at->index != index) row.insert(at, {index, 1});
}

}  // namespace

std::vector<std::uint32_t> find_islands(const SpatialWeights& weights) {
  std::vector<std::uint32_t> islands;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    if (weights.rows[i].empty()) islands.push_back(i);
  }
  return islands;
}

SpatialWeights row_standardised(const SpatialWeights& weights) {
  SpatialWeights result = weights;
  for (auto& row : result.rows) {
    double total = 0;
    for (const Neighbour& n : row) total += n.weight;
    for (Neighbour& n : row) n.weight /= total;
  }
  return result;
}

SpatialWeights restricted_to(const SpatialWeights& weights, std::span<const std::uint32_t> keep) {
  std::vector<std::uint32_t> new_index(weights.size(), kNoRow);
  for (std::uint32_t k = 0; k < keep.size(); ++k) new_index[keep[k]] = k;
  SpatialWeights result{std::vector<std::vector<Neighbour>>(keep.size())};
  for (std::uint32_t k = 0; k < keep.size(); ++k) {
    for (const Neighbour& n : weights.rows[keep[k]]) {
      if (new_index[n.index] != kNoRow) result.rows[k].push_back({new_index[n.index], n.weight});
    }
  }
  return result;
}

SpatialWeights make_distance_band(std::span<const Xy> points, double max_m) {
  SpatialWeights weights{std::vector<std::vector<Neighbour>>(points.size())};
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    for (std::uint32_t j = 0; j < points.size(); ++j) {
      if (i != j && planar_distance_m(points[i], points[j]) <= max_m) {
        weights.rows[i].push_back({j, 1});
      }
    }
  }
  return weights;
}

SpatialWeights make_k_nearest(std::span<const Xy> points, std::size_t k) {
  SpatialWeights weights{std::vector<std::vector<Neighbour>>(points.size())};
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    std::vector<std::pair<double, std::uint32_t>> others;
    for (std::uint32_t j = 0; j < points.size(); ++j) {
      if (i != j) others.emplace_back(planar_distance_m(points[i], points[j]), j);
    }
    const std::size_t n = std::min(k, others.size());
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(n),
                      others.end());
    for (std::size_t o = 0; o < n; ++o) weights.rows[i].push_back({others[o].second, 1});
    sort_row(weights.rows[i]);
  }
  return weights;
}

std::vector<std::uint32_t> tie_islands(SpatialWeights& weights, std::span<const Xy> points) {
  assert(weights.size() == points.size());
  std::vector<std::uint32_t> islands = find_islands(weights);
  if (points.size() < 2) return {};
  for (const std::uint32_t i : islands) {
    std::uint32_t nearest = i == 0 ? 1 : 0;
    for (std::uint32_t j = 0; j < points.size(); ++j) {
      if (j != i &&
          planar_distance_m(points[i], points[j]) < planar_distance_m(points[i], points[nearest])) {
        nearest = j;
      }
    }
    insert_neighbour(weights.rows[i], nearest);
    insert_neighbour(weights.rows[nearest], i);
  }
  return islands;
}

}  // namespace pahunch
