// Areas at random against answers found the plain way.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "geo/model/area_index.h"
#include "geo/model/boundary_quality.h"
#include "geo/model/inner_point.h"
#include "geo/model/repair_shape.h"
#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr double kSquareMetresPerKm2 = 1e6;

MultiPolygon rectangle(const Box& box) {
  return {Polygon{{{box.min_x_m, box.min_y_m},
                   {box.max_x_m, box.min_y_m},
                   {box.max_x_m, box.max_y_m},
                   {box.min_x_m, box.max_y_m},
                   {box.min_x_m, box.min_y_m}},
                  {}}};
}

/// Rectangles of whole metres, so that areas are exact.
class RandomBoxes {
 public:
  explicit RandomBoxes(unsigned seed) : random_(seed) {}

  Box next() {
    std::uniform_int_distribution<int> at(0, 900), side(50, 300);
    const double x = at(random_), y = at(random_);
    return {x, y, x + side(random_), y + side(random_)};
  }
  std::vector<Box> take(int n) {
    std::vector<Box> boxes;
    for (int i = 0; i < n; ++i) boxes.push_back(next());
    return boxes;
  }
  Xy point() {
    std::uniform_int_distribution<int> at(-100, 1300);
    const double x = at(random_) + 0.5, y = at(random_) + 0.5;
    return {x, y};
  }

 private:
  std::mt19937 random_;
};

AreaLayer make_layer(AreaLevel level, const std::vector<Box>& boxes) {
  AreaLayer layer{level, false, {}};
  for (const auto& box : boxes) layer.areas.push_back({"", "", {}, rectangle(box), 0});
  return layer;
}

double get_shared_m2(const Box& a, const Box& b) {
  const double x = std::fmin(a.max_x_m, b.max_x_m) - std::fmax(a.min_x_m, b.min_x_m);
  const double y = std::fmin(a.max_y_m, b.max_y_m) - std::fmax(a.min_y_m, b.min_y_m);
  return x > 0 && y > 0 ? x * y : 0;
}

double get_distance_m(const Box& box, Xy p) {
  const double dx = std::fmax(0, std::fmax(box.min_x_m - p.x_m, p.x_m - box.max_x_m));
  const double dy = std::fmax(0, std::fmax(box.min_y_m - p.y_m, p.y_m - box.max_y_m));
  return std::hypot(dx, dy);
}

std::optional<AreaIdx> find_nearest_by_search(const std::vector<Box>& boxes, Xy p,
                                              double within_m) {
  std::optional<AreaIdx> nearest;
  double nearest_m = within_m;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const double distance_m = get_distance_m(boxes[i], p);
    if (distance_m < nearest_m || (!nearest && distance_m <= nearest_m)) {
      nearest = AreaIdx(i);
      nearest_m = distance_m;
    }
  }
  return nearest;
}

}  // namespace

TEST_CASE("the nearest of random areas is that of a search through all") {
  RandomBoxes random(3);
  const auto boxes = random.take(25);
  const auto layer = make_layer(AreaLevel::kBlock, boxes);
  const AreaIndex index(layer);
  for (int i = 0; i < 500; ++i) {
    const auto p = random.point();
    CHECK(index.find_nearest(p, 120) == find_nearest_by_search(boxes, p, 120));
  }
}

TEST_CASE("the distance to random areas is that of arithmetic") {
  RandomBoxes random(4);
  const auto boxes = random.take(10);
  const auto layer = make_layer(AreaLevel::kBlock, boxes);
  const AreaIndex index(layer);
  for (int i = 0; i < 200; ++i) {
    const auto p = random.point();
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      CHECK(index.get_distance_m(AreaIdx(a), p) == Approx(get_distance_m(boxes[a], p)));
    }
  }
}

TEST_CASE("parents of random areas are those that share most surface") {
  RandomBoxes random(5);
  const auto above = random.take(8), below = random.take(60);
  auto children = make_layer(AreaLevel::kBlock, below);
  assign_parents(children, make_layer(AreaLevel::kDistrict, above));
  for (const auto at : indices(children.areas)) {
    const auto parent = children.areas[at].parent;
    const auto& box = below[at.value()];
    double most_m2 = 0;
    for (const auto& candidate : above) {
      most_m2 = std::fmax(most_m2, get_shared_m2(candidate, box));
    }
    CHECK(parent.valid() == (most_m2 > 0));
    if (parent.valid()) CHECK(get_shared_m2(above[parent.value()], box) == most_m2);
  }
}

TEST_CASE("overlaps of random areas are those of every pair") {
  RandomBoxes random(6);
  const auto boxes = random.take(20);
  const auto quality = measure_boundary_quality(make_layer(AreaLevel::kBlock, boxes), 0);
  double all_m2 = 0;
  std::size_t n_overlaps = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      const double shared_m2 = get_shared_m2(boxes[i], boxes[j]);
      all_m2 += shared_m2;
      n_overlaps += shared_m2 > 0 ? 1 : 0;
    }
  }
  CHECK(quality.overlaps.size() == n_overlaps);
  CHECK(quality.overlap_km2 == Approx(all_m2 / kSquareMetresPerKm2));
  for (const auto& overlap : quality.overlaps) {
    const auto &a = boxes[overlap.a.value()], &b = boxes[overlap.b.value()];
    CHECK(overlap.a < overlap.b);
    CHECK(overlap.area_km2 == Approx(get_shared_m2(a, b) / kSquareMetresPerKm2));
    CHECK((a.contains(overlap.at) && b.contains(overlap.at)));
  }
}

TEST_CASE("overlaps come from the largest to the smallest") {
  RandomBoxes random(8);
  const auto quality = measure_boundary_quality(make_layer(AreaLevel::kBlock, random.take(20)), 0);
  REQUIRE(quality.overlaps.size() > 1);
  for (std::size_t i = 1; i < quality.overlaps.size(); ++i) {
    CHECK(quality.overlaps[i - 1].area_km2 >= quality.overlaps[i].area_km2);
  }
}

TEST_CASE("a hole in a random area is a gap exactly as large") {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> side(10, 400);
  for (int i = 0; i < 30; ++i) {
    const double w = side(random), h = side(random);
    auto layer = make_layer(AreaLevel::kBlock, {Box{0, 0, 1000, 1000}});
    layer.areas[AreaIdx(0)].shape[0].holes.push_back(
        {{100, 100}, {100 + w, 100}, {100 + w, 100 + h}, {100, 100 + h}, {100, 100}});
    const auto quality = measure_boundary_quality(layer, 0);
    REQUIRE(quality.gaps.size() == 1);
    CHECK(quality.gap_km2 == Approx(w * h / kSquareMetresPerKm2));
    CHECK(quality.union_km2 + quality.gap_km2 == Approx(1.0));
  }
}

TEST_CASE("random valid shapes are left alone, whichever way their rings turn") {
  RandomBoxes random(10);
  for (const auto& box : random.take(50)) {
    auto clockwise = rectangle(box);
    std::reverse(clockwise[0].outer.begin(), clockwise[0].outer.end());
    CHECK(repair_shape(rectangle(box)).state == ShapeState::kValid);
    CHECK(repair_shape(clockwise).state == ShapeState::kValid);
  }
}

TEST_CASE("a repaired shape is valid when it is repaired again") {
  RandomBoxes random(11);
  for (int i = 0; i < 50; ++i) {
    auto parts = rectangle(random.next());
    parts.push_back(rectangle(random.next()).front());
    const auto once = repair_shape(parts);
    REQUIRE(once.state != ShapeState::kBeyondRepair);
    CHECK(repair_shape(once.shape).state == ShapeState::kValid);
  }
}

TEST_CASE("every inner point lies inside") {
  RandomBoxes random(12);
  for (const auto& box : random.take(50)) {
    const auto at = find_inner_point(rectangle(box));
    REQUIRE(at);
    CHECK(box.contains(*at));
  }
}
