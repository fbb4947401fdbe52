#include "geo/base/point.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "geo/base/ground.h"

using namespace pahunch;

TEST_CASE("a point that was not set is no point, and not the origin") {
  CHECK_FALSE(Xy{}.valid());
  CHECK_FALSE(LonLat{}.valid());
  CHECK(Xy{0, 0}.valid());
  CHECK(LonLat{0, 0}.valid());
  CHECK_FALSE(Xy{1, std::numeric_limits<double>::infinity()}.valid());
  CHECK_FALSE(LonLat{std::numeric_limits<double>::quiet_NaN(), 25}.valid());
}

TEST_CASE("distance in the plane is that of Pythagoras") {
  CHECK(planar_distance_m({0, 0}, {3, 4}) == 5);
  CHECK(planar_distance_m({7, -2}, {7, -2}) == 0);
  CHECK(PlaneGround().distance_m({1, 1}, {4, 5}) == planar_distance_m({1, 1}, {4, 5}));
}

TEST_CASE("between two points lie both ends and the middle") {
  const Xy a{10, 20}, b{30, -20};
  CHECK(interpolate(a, b, 0) == a);
  CHECK(interpolate(a, b, 1) == b);
  CHECK(interpolate(a, b, 0.5) == Xy{20, 0});
  CHECK(interpolate(a, a, 0.3) == a);
}

TEST_CASE("a box is empty until it has a point, and then holds its edge") {
  Box box;
  CHECK(box.empty());
  CHECK_FALSE(box.contains({0, 0}));
  box.extend({5, 6});
  CHECK_FALSE(box.empty());
  CHECK(box.contains({5, 6}));
  box.extend({-1, 10});
  CHECK(box.contains({-1, 6}));
  CHECK(box.contains({5, 10}));
  CHECK_FALSE(box.contains({5.001, 10}));
}

TEST_CASE("an invalid point does not change a box, and lies in none") {
  Box box;
  box.extend({});
  CHECK(box.empty());
  box.extend({1, 2});
  box.extend({});
  CHECK(box.contains({1, 2}));
  CHECK(box.min_x_m == 1);
  CHECK(box.max_y_m == 2);
  CHECK_FALSE(box.contains({}));
}

TEST_CASE("a grown box holds what is that near") {
  Box box;
  box.extend({0, 0});
  CHECK(box.grown(2).contains({2, -2}));
  CHECK_FALSE(box.grown(2).contains({2.1, 0}));
  CHECK(Box().grown(5).empty());
}

TEST_CASE("a box of random points holds them all, and is no larger") {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> draw(-1e6, 1e6);
  for (int i = 0; i < 100; ++i) {
    Box box;
    std::vector<Xy> points(1 + random() % 20);
    for (Xy& point : points) box.extend(point = {draw(random), draw(random)});
    double least = points[0].x_m;
    for (const Xy point : points) {
      REQUIRE(box.contains(point));
      least = std::min(least, point.x_m);
    }
    REQUIRE(box.min_x_m == least);
  }
}
