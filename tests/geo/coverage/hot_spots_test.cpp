#include "geo/coverage/hot_spots.h"

#include <catch2/catch.hpp>

#include <random>

#include "geo/coverage/getis_ord.h"
#include "tests/geo/coverage/small_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Blocks with these mean minutes; below 0: no woman has a time.
LevelCoverage make_means(const std::vector<double>& means_min) {
  LevelCoverage coverage{.level = AreaLevel::kBlock, .areas = {}, .unassigned = {}};
  for (const double mean_min : means_min) {
    AreaCoverage area;
    if (mean_min >= 0) area.times.mean_min = mean_min;
    coverage.areas.push_back(area);
  }
  return coverage;
}

/// Long times in the lower left corner of a 4x4 lattice.
const std::vector<double> kCorner = {90, 80, 20, 22, 85, 75, 25, 21,
                                     20, 30, 24, 23, 22, 21, 20, 26};

HotSpots find(const AreaLayer& blocks, const std::vector<double>& means_min,
              const HotSpotOptions& options) {
  return find_hot_spots(blocks, make_block_ground(blocks, 0.01), make_means(means_min), options);
}

RandomSource make_source() {
  return [](RandomUse use, std::string_view entity) -> UniformIndex {
    const auto seed = std::hash<std::string_view>()(entity) + static_cast<std::size_t>(use);
    return [engine = std::mt19937_64(seed)](std::uint64_t n) mutable { return engine() % n; };
  };
}

}  // namespace

TEST_CASE("long times that gather make a hot spot") {
  const HotSpots spots = find(make_lattice(4), kCorner, {.random = make_source()});
  REQUIRE(spots.blocks.size() == 16);
  CHECK(*spots.blocks[0].z > 3);
  CHECK(*spots.blocks[0].p <= 0.005);
  CHECK(*spots.blocks[15].z < 0);
  CHECK(spots.moran->i > 0.3);
  CHECK(*spots.moran_p <= 0.005);
}

TEST_CASE("hot spots are the Gi* of queen neighbours") {
  const HotSpots spots = find(make_lattice(4), kCorner, {});
  std::vector<Xy> points;
  for (int i = 0; i < 16; ++i) {
    points.push_back({static_cast<double>(i % 4), static_cast<double>(i / 4)});
  }
  const auto z = compute_local_z(kCorner, make_distance_band(points, 1.5), GetisOrdKind::kGiStar);
  for (std::size_t b = 0; b < 16; ++b) CHECK(*spots.blocks[b].z == *z[b]);
}

TEST_CASE("any value by block has hot spots, and its neighbours' own") {
  BlockValues values;
  for (const double value : kCorner) values.push_back(value);
  values[AreaIdx(5)].reset();
  const AreaLayer blocks = make_lattice(4);
  const HotSpots spots = find_hot_spots(blocks, make_block_ground(blocks, 0.01), values, {});
  CHECK(spots.left_out == std::vector{AreaIdx(5)});
  CHECK(spots.blocks[0].value == 90);
  CHECK(*spots.blocks[0].z_near > 0);
  CHECK(*spots.blocks[0].z_near < *spots.blocks[0].z);
}

TEST_CASE("without randomness there are no pseudo p-values") {
  const HotSpots spots = find(make_lattice(4), kCorner, {});
  CHECK_FALSE(spots.blocks[0].p);
  CHECK_FALSE(spots.moran_p);
  CHECK_FALSE(
      find(make_lattice(4), kCorner, {.n_permutations = 0, .random = make_source()}).moran_p);
}

TEST_CASE("a block without a time is left out and reported") {
  std::vector<double> means = kCorner;
  means[5] = -1;
  const HotSpots spots = find(make_lattice(4), means, {});
  CHECK(spots.left_out == std::vector{AreaIdx(5)});
  REQUIRE(spots.blocks.size() == 15);
  CHECK(spots.blocks[5].block == AreaIdx(6));
}

TEST_CASE("a block that touches no other is tied to the nearest and reported") {
  AreaLayer blocks = make_lattice(2);
  blocks.areas.push_back({"far", "far", {}, make_square(9, 0, 1), 0});
  const HotSpots spots = find(blocks, {10, 20, 30, 40, 50}, {});
  CHECK(spots.tied_islands == std::vector{AreaIdx(4)});
  CHECK(spots.blocks[4].z);
}

TEST_CASE("where no block has a time there is nothing to find") {
  const HotSpots spots = find(make_lattice(2), {-1, -1, -1, -1}, {});
  CHECK(spots.blocks.empty());
  CHECK(spots.left_out.size() == 4);
  CHECK_FALSE(spots.moran);
}
