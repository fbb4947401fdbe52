#include "geo/coverage/moran.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "tests/geo/coverage/case_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A 3x3 lattice of rooks.
SpatialWeights rooks() {
  std::vector<Xy> points;
  for (int i = 0; i < 9; ++i)
    points.push_back({static_cast<double>(i % 3), static_cast<double>(i / 3)});
  return make_distance_band(points, 1);
}

const std::vector<double> kRising = {1, 2, 3, 4, 5, 6, 7, 8, 9};

UniformIndex make_random(std::uint32_t seed) {
  return [engine = std::mt19937(seed)](std::uint64_t n) mutable { return engine() % n; };
}

}  // namespace

TEST_CASE("Moran's I of a rising lattice, and its moments, are those of Cliff and Ord") {
  const auto moran = compute_moran(kRising, rooks());
  REQUIRE(moran);
  CHECK(moran->i == Approx(0.5).epsilon(1e-12));
  CHECK(moran->expected == Approx(-0.125));
  CHECK(moran->normal.variance == Approx(0.053125).epsilon(1e-12));
  CHECK(moran->randomisation.variance == Approx(0.0596875).epsilon(1e-12));
  CHECK(moran->normal.z == Approx(0.625 / std::sqrt(0.053125)));
  CHECK(moran->normal.p == Approx(std::erfc(moran->normal.z / std::sqrt(2.0))));
}

TEST_CASE("Moran's I of the homicides around St. Louis is that of PySAL") {
  const auto path = find_shared("cases/spatial_stats/moran_stl_HR8893_w.csv");
  if (!path) return;
  const auto y = read_column(path->parent_path() / "moran_stl_HR8893_y.csv", 1);
  const auto moran = compute_moran(y, row_standardised(read_weights(*path, y.size())));
  CHECK(moran->i == Approx(0.24365582621771).epsilon(1e-12));
}

TEST_CASE("Moran's I of the shared lattice is that of PySAL") {
  const auto path = find_shared("cases/spatial_stats/moran_lat3x3_w.csv");
  if (!path) return;
  const auto y = read_column(path->parent_path() / "moran_lat3x3_y.csv", 1);
  CHECK(read_weights(*path, 9) == rooks());
  CHECK(compute_moran(y, read_weights(*path, 9))->i == Approx(0.5).epsilon(1e-12));
}

TEST_CASE("a chequered lattice repels") {
  const auto moran = compute_moran(std::vector<double>{1, 0, 1, 0, 1, 0, 1, 0, 1}, rooks());
  CHECK(moran->i == Approx(-1).margin(0.05));
  CHECK(moran->randomisation.z < -3);
}

TEST_CASE("the moments are those of all orders of the values") {
  // Four places in a line, one direction of a pair missing: the randomisation moments are exact.
  SpatialWeights weights = make_distance_band(std::vector<Xy>{{0, 0}, {1, 0}, {2, 0}, {3, 0}}, 1);
  weights.rows[1].erase(weights.rows[1].begin());
  std::vector<double> y = {1, 2, 4, 9};
  double sum = 0, sum2 = 0, n = 0;
  do {
    const double i = compute_moran(y, weights)->i;
    sum += i;
    sum2 += i * i;
    n += 1;
  } while (std::next_permutation(y.begin(), y.end()));
  const auto moran = compute_moran(y, weights);
  CHECK(moran->expected == Approx(sum / n));
  CHECK(moran->randomisation.variance == Approx(sum2 / n - sum / n * sum / n));
}

TEST_CASE("without values that differ, neighbours or four places there is no I") {
  CHECK_FALSE(compute_moran(std::vector<double>(9, 5.0), rooks()));
  CHECK_FALSE(compute_moran(kRising, SpatialWeights{std::vector<std::vector<Neighbour>>(9)}));
  CHECK_FALSE(compute_moran(std::vector<double>{1, 2, 3},
                            make_distance_band(std::vector<Xy>{{0, 0}, {1, 0}, {2, 0}}, 1)));
}

TEST_CASE("few orders of a rising lattice are as alike as it is") {
  const double p = permute_moran(kRising, rooks(), 999, make_random(1));
  CHECK(p < 0.02);
  CHECK(p >= 0.001);
  CHECK(p == permute_moran(kRising, rooks(), 999, make_random(1)));
}

TEST_CASE("a pattern without order is not significant") {
  const std::vector<double> mixed = {5, 1, 7, 8, 4, 2, 3, 9, 6};
  CHECK(permute_moran(mixed, rooks(), 999, make_random(1)) > 0.1);
}

TEST_CASE("the pseudo p-value counts the observed order among the rest") {
  CHECK(pseudo_p(0, 999) == Approx(0.001));
  CHECK(pseudo_p(999, 999) == Approx(0.001));
  CHECK(pseudo_p(499, 999) == Approx(0.5));
}
