#include "geo/coverage/contiguity.h"

#include <catch2/catch.hpp>

#include <random>

#include "tests/geo/coverage/small_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<std::uint32_t> neighbours(const SpatialWeights& weights, std::size_t row) {
  std::vector<std::uint32_t> found;
  for (const Neighbour& n : weights.rows[row]) found.push_back(n.index);
  return found;
}

using List = std::vector<std::uint32_t>;

double distance_m(Xy p, Xy a, Xy b) {
  double best_m = planar_distance_m(p, a);
  for (int k = 1; k <= 420; ++k) {  // meets every whole metre of a side of 1 to 7
    best_m = std::min(best_m, planar_distance_m(p, interpolate(a, b, k / 420.0)));
  }
  return best_m;
}

/// Whether a vertex of one lies near a side of the other, by looking at every pair.
bool touch(const Ring& a, const Ring& b, double tolerance_m) {
  for (const Xy p : a) {
    for (std::size_t v = 1; v < b.size(); ++v) {
      if (distance_m(p, b[v - 1], b[v]) <= tolerance_m) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("queens touch at sides and corners") {
  const SpatialWeights weights = make_queen_contiguity(make_lattice(3), 0);
  CHECK(neighbours(weights, 0) == List{1, 3, 4});
  CHECK(neighbours(weights, 1) == List{0, 2, 3, 4, 5});
  CHECK(neighbours(weights, 4) == List{0, 1, 2, 3, 5, 6, 7, 8});
}

TEST_CASE("a vertex that only one side has still makes neighbours") {
  const AreaLayer layer =
      make_blocks({make_square(0, 0, 4), make_square(4, 1, 2), make_square(5.9, 8, 2)});
  const SpatialWeights weights = make_queen_contiguity(layer, 0.01);
  CHECK(neighbours(weights, 0) == List{1});
  CHECK(neighbours(weights, 1) == List{0});
  CHECK(find_islands(weights) == List{2});
}

TEST_CASE("a gap up to the tolerance is bridged and a wider one is not") {
  const AreaLayer layer = make_blocks({make_square(0, 0, 10), make_square(10.5, 0, 10)});
  CHECK(find_islands(make_queen_contiguity(layer, 0.5)).empty());
  CHECK(find_islands(make_queen_contiguity(layer, 0.499)).size() == 2);
}

TEST_CASE("an area in the hole of another is its neighbour") {
  MultiPolygon ring = make_square(0, 0, 9);
  ring.front().holes.push_back(make_square(3, 3, 3).front().outer);
  const SpatialWeights weights =
      make_queen_contiguity(make_blocks({ring, make_square(3, 3, 3)}), 0);
  CHECK(neighbours(weights, 0) == List{1});
}

TEST_CASE("any part of an area may touch") {
  MultiPolygon parts = make_square(0, 0, 1);
  parts.push_back(make_square(50, 50, 1).front());
  const SpatialWeights weights =
      make_queen_contiguity(make_blocks({parts, make_square(51, 50, 1), make_square(9, 9, 1)}), 0);
  CHECK(neighbours(weights, 0) == List{1});
  CHECK(neighbours(weights, 2).empty());
}

TEST_CASE("the grid finds what looking at every pair finds") {
  std::mt19937 engine(7);
  std::vector<MultiPolygon> shapes;
  for (int i = 0; i < 40; ++i) {
    shapes.push_back(make_square(static_cast<double>(engine() % 60),
                                 static_cast<double>(engine() % 60),
                                 1 + static_cast<double>(engine() % 7)));
  }
  const SpatialWeights weights = make_queen_contiguity(make_blocks(shapes), 1e-9);
  for (std::uint32_t i = 0; i < shapes.size(); ++i) {
    List expected;
    for (std::uint32_t j = 0; j < shapes.size(); ++j) {
      const Ring& a = shapes[i].front().outer;
      const Ring& b = shapes[j].front().outer;
      if (i != j && (touch(a, b, 1e-9) || touch(b, a, 1e-9))) expected.push_back(j);
    }
    CHECK(neighbours(weights, i) == expected);
  }
}

TEST_CASE("no areas have no neighbours") {
  CHECK(make_queen_contiguity(make_blocks({}), 1).size() == 0);
}

TEST_CASE("a centroid weighs parts by area and leaves holes out") {
  MultiPolygon shape = make_square(0, 0, 2);
  shape.push_back(make_square(10, 0, 2).front());
  std::reverse(shape.back().outer.begin(), shape.back().outer.end());
  MultiPolygon holed = make_square(0, 0, 4);
  holed.front().holes.push_back(make_square(2, 2, 2).front().outer);
  const auto centroids = compute_centroids(make_blocks({shape, holed}));
  CHECK(centroids[0].x_m == Approx(6));
  CHECK(centroids[0].y_m == Approx(1));
  CHECK(centroids[1].x_m == Approx((16.0 * 2 - 4 * 3) / 12));
}

TEST_CASE("the centroid of a shape without area is its first vertex, and of none it is invalid") {
  const MultiPolygon flat = {Polygon{{{5, 5}, {7, 5}, {5, 5}}, {}}};
  const auto centroids = compute_centroids(make_blocks({flat, {}}));
  CHECK(centroids[0] == Xy{5, 5});
  CHECK_FALSE(centroids[1].valid());
}
