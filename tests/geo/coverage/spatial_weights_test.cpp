#include "geo/coverage/spatial_weights.h"

#include <catch2/catch.hpp>

using namespace pahunch;

namespace {

// Three near each other, one far off.
const std::vector<Xy> kPoints = {{0, 0}, {3, 4}, {6, 0}, {100, 0}};

std::vector<std::uint32_t> neighbours(const SpatialWeights& weights, std::size_t row) {
  std::vector<std::uint32_t> found;
  for (const Neighbour& n : weights.rows[row]) found.push_back(n.index);
  return found;
}

using List = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a distance band includes its limit") {
  const SpatialWeights weights = make_distance_band(kPoints, 5);
  CHECK(neighbours(weights, 0) == List{1});
  CHECK(neighbours(weights, 1) == List{0, 2});
  CHECK(neighbours(weights, 3).empty());
  CHECK(find_islands(weights) == List{3});
}

TEST_CASE("the k nearest take the smaller index on a tie, and all where there are fewer") {
  CHECK(neighbours(make_k_nearest(kPoints, 1), 1) == List{0});
  CHECK(neighbours(make_k_nearest(kPoints, 2), 3) == List{1, 2});
  CHECK(neighbours(make_k_nearest(kPoints, 9), 0) == List{1, 2, 3});
}

TEST_CASE("row-standardised weights sum to one, and islands stay islands") {
  const SpatialWeights weights = row_standardised(make_distance_band(kPoints, 5));
  CHECK(weights.rows[1] == std::vector<Neighbour>{{0, 0.5}, {2, 0.5}});
  CHECK(weights.rows[0] == std::vector<Neighbour>{{1, 1}});
  CHECK(find_islands(weights) == List{3});
}

TEST_CASE("a restriction keeps some places and renumbers them") {
  const SpatialWeights weights =
      restricted_to(make_distance_band(kPoints, 6), std::vector<std::uint32_t>{0, 2, 3});
  CHECK(neighbours(weights, 0) == List{1});
  CHECK(neighbours(weights, 1) == List{0});
  CHECK(neighbours(weights, 2).empty());
}

TEST_CASE("an island is tied to its nearest, both ways, and reported") {
  SpatialWeights weights = make_distance_band(kPoints, 5);
  CHECK(tie_islands(weights, kPoints) == List{3});
  CHECK(neighbours(weights, 3) == List{2});
  CHECK(neighbours(weights, 2) == List{1, 3});
  CHECK(tie_islands(weights, kPoints).empty());
}

TEST_CASE("two islands that are each other's nearest are tied once") {
  SpatialWeights weights = make_distance_band(std::vector<Xy>{{0, 0}, {9, 0}}, 5);
  CHECK(tie_islands(weights, std::vector<Xy>{{0, 0}, {9, 0}}) == List{0, 1});
  CHECK(neighbours(weights, 0) == List{1});
  CHECK(neighbours(weights, 1) == List{0});
}

TEST_CASE("a place alone in the world stays an island") {
  SpatialWeights weights = make_distance_band(std::vector<Xy>{{0, 0}}, 5);
  CHECK(tie_islands(weights, std::vector<Xy>{{0, 0}}).empty());
  CHECK(find_islands(weights) == List{0});
}
