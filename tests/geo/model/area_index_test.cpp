#include "geo/model/area_index.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<std::string> kTwoSquares{"0 0, 10 0, 10 10, 0 10", "10 0, 20 0, 20 10, 10 10"};

/// The textbook ray to the right, for points off the border.
bool contains_by_ray(const Ring& ring, Xy p) {
  bool inside = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Xy a = ring[i - 1], b = ring[i];
    if ((a.y_m > p.y_m) == (b.y_m > p.y_m)) continue;
    const double x_m = a.x_m + (p.y_m - a.y_m) * (b.x_m - a.x_m) / (b.y_m - a.y_m);
    if (x_m > p.x_m) inside = !inside;
  }
  return inside;
}

}  // namespace

TEST_CASE("a point belongs to the area that covers it") {
  const auto layer = areas(AreaLevel::kBlock, kTwoSquares);
  const AreaIndex index(layer);
  CHECK(index.find({5, 5}) == AreaIdx(0));
  CHECK(index.find({15, 5}) == AreaIdx(1));
  CHECK_FALSE(index.find({25, 5}));
}

TEST_CASE("a point on a shared border belongs to the area with the smaller index") {
  const auto layer = areas(AreaLevel::kBlock, kTwoSquares);
  CHECK(AreaIndex(layer).find({10, 5}) == AreaIdx(0));
}

TEST_CASE("a point in a hole belongs to no area") {
  AreaLayer layer{AreaLevel::kBlock, false, {}};
  layer.areas.push_back({"A", "A", {}, shape("0 0, 9 0, 9 9, 0 9", {"3 3, 6 3, 6 6, 3 6"}), 0});
  const AreaIndex index(layer);
  CHECK_FALSE(index.find({4, 4}));
  CHECK(index.find({1, 1}) == AreaIdx(0));
}

TEST_CASE("a point in either part of a multi-part area belongs to it") {
  auto layer = areas(AreaLevel::kBlock, {kTwoSquares[0]});
  layer.areas[AreaIdx(0)].shape.push_back(shape("100 0, 110 0, 110 10, 100 10").front());
  CHECK(AreaIndex(layer).find({105, 5}) == AreaIdx(0));
}

TEST_CASE("the nearest area is found up to the distance, inclusive") {
  const auto layer = areas(AreaLevel::kBlock, kTwoSquares);
  const AreaIndex index(layer);
  CHECK(index.find_nearest({23, 5}, 3) == AreaIdx(1));
  CHECK_FALSE(index.find_nearest({23, 5}, 2.9));
  CHECK(index.find_nearest({-1, 5}, 100) == AreaIdx(0));
  CHECK(index.find_nearest({10, 12}, 5) == AreaIdx(0));
}

TEST_CASE("the distance to an area is 0 inside and straight outside") {
  const auto layer = areas(AreaLevel::kBlock, kTwoSquares);
  const AreaIndex index(layer);
  CHECK(index.get_distance_m(AreaIdx(0), {5, 5}) == 0);
  CHECK(index.get_distance_m(AreaIdx(0), {13, 5}) == Approx(3));
}

TEST_CASE("the parent is the area that shares most surface") {
  auto blocks = areas(AreaLevel::kBlock,
                      {"8 2, 18 2, 18 4, 8 4", "1 1, 2 1, 2 2, 1 2", "50 50, 51 50, 51 51"});
  assign_parents(blocks, areas(AreaLevel::kDistrict, kTwoSquares));
  CHECK(blocks.areas[AreaIdx(0)].parent == AreaIdx(1));
  CHECK(blocks.areas[AreaIdx(1)].parent == AreaIdx(0));
  CHECK_FALSE(blocks.areas[AreaIdx(2)].parent.valid());
}

TEST_CASE("a parent that is given is kept") {
  auto blocks = areas(AreaLevel::kBlock, {"1 1, 2 1, 2 2, 1 2"});
  blocks.areas[AreaIdx(0)].parent = AreaIdx(1);
  assign_parents(blocks, areas(AreaLevel::kDistrict, kTwoSquares));
  CHECK(blocks.areas[AreaIdx(0)].parent == AreaIdx(1));
}

TEST_CASE("without a level above nobody gets a parent") {
  auto blocks = areas(AreaLevel::kBlock, {"1 1, 2 1, 2 2, 1 2"});
  assign_parents(blocks, AreaLayer{});
  CHECK_FALSE(blocks.areas[AreaIdx(0)].parent.valid());
}

TEST_CASE("a line is near an area when any part of it is") {
  const auto layer = areas(AreaLevel::kBlock, kTwoSquares);
  const AreaIndex index(layer);
  CHECK(index.is_near(line("100 5, 22 5"), 2));
  CHECK_FALSE(index.is_near(line("100 5, 22 5"), 1.9));
  CHECK(index.is_near(line("5 5, 6 6"), 0));
  CHECK(index.is_near(line("-50 5, 50 5"), 0));
  CHECK(index.is_near(line("21 5"), 1));
}

TEST_CASE("the index answers as a search through all areas does") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> at(-5, 45);
  AreaLayer layer{AreaLevel::kBlock, false, {}};
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 4; ++column) {
      const double x = column * 10, y = row * 10;
      layer.areas.push_back(
          {"",
           "",
           {},
           {Polygon{{{x, y}, {x + 8, y + 1}, {x + 9, y + 9}, {x + 3, y + 5}, {x, y}}, {}}},
           0});
    }
  }
  const AreaIndex index(layer);
  for (int i = 0; i < 2000; ++i) {
    const Xy p{at(random), at(random)};
    std::optional<AreaIdx> expected;
    for (const auto area : indices(layer.areas)) {
      if (!expected && contains_by_ray(layer.areas[area].shape[0].outer, p)) expected = area;
    }
    CHECK(index.find(p) == expected);
  }
}
