#include "geo/coverage/inequality.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

#include "tests/geo/coverage/case_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// By its definition: half the mean absolute difference over the mean.
double gini_by_pairs(const std::vector<Weighted>& items) {
  double difference = 0, weight = 0, value = 0;
  for (const Weighted& a : items) {
    weight += a.weight;
    value += a.weight * a.value;
    for (const Weighted& b : items)
      difference += a.weight * b.weight * std::fabs(a.value - b.value);
  }
  return difference / (2 * weight * value);
}

double gini_by_area(const std::vector<LorenzPoint>& curve) {
  double area = 0;
  for (std::size_t p = 1; p < curve.size(); ++p) {
    area += (curve[p].population_frac - curve[p - 1].population_frac) *
            (curve[p].value_frac + curve[p - 1].value_frac) / 2;
  }
  return 1 - 2 * area;
}

std::vector<Weighted> random_items(std::uint32_t seed) {
  std::mt19937 engine(seed);
  std::vector<Weighted> items;
  for (int i = 0; i < 40; ++i) {
    items.push_back({static_cast<double>(engine() % 50), static_cast<double>(engine() % 9)});
  }
  return items;
}

const std::vector<Weighted> kFour = {{30, 1}, {10, 2}, {20, 1}};

}  // namespace

TEST_CASE("the Gini of the Mexican states in 1940 is that of PySAL") {
  const auto path = find_shared("cases/spatial_stats/gini_mexico.csv");
  if (!path) return;
  CHECK(*compute_gini(read_column(*path, 2)) == Approx(0.35372371173453).epsilon(1e-13));
}

TEST_CASE("equal values have a Gini of 0, and one who has all of n has 1 - 1/n") {
  CHECK(*compute_gini(std::vector<double>{3, 3, 3}) == Approx(0).margin(1e-15));
  CHECK(*compute_gini(std::vector<double>{0, 0, 0, 8}) == Approx(0.75));
  CHECK(*compute_gini(std::vector<double>{0, 0}) == 0);
  CHECK_FALSE(compute_gini(std::vector<double>{}));
}

TEST_CASE("a weight of two is two people, and a weight of none is nobody") {
  CHECK(*compute_gini(kFour) == Approx(*compute_gini(std::vector<double>{10, 10, 20, 30})));
  CHECK(*compute_gini(std::vector<Weighted>{{10, 1}, {20, 1}, {99, 0}}) ==
        Approx(*compute_gini(std::vector<double>{10, 20})));
  CHECK_FALSE(compute_gini(std::vector<Weighted>{{99, 0}}));
}

TEST_CASE("the Gini equals its definition over pairs and the area under the Lorenz curve") {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const auto items = random_items(seed);
    CHECK(*compute_gini(items) == Approx(gini_by_pairs(items)).epsilon(1e-12));
    CHECK(*compute_gini(items) == Approx(gini_by_area(compute_lorenz(items))).epsilon(1e-12));
  }
}

TEST_CASE("the Lorenz curve starts with the least") {
  const auto curve = compute_lorenz(kFour);
  REQUIRE(curve.size() == 4);
  CHECK(curve[0].population_frac == 0);
  CHECK(curve[1].population_frac == Approx(0.5));
  CHECK(curve[1].value_frac == Approx(20.0 / 70));
  CHECK(curve[3].value_frac == Approx(1));
  CHECK(compute_lorenz(std::vector<Weighted>{{0, 5}}).empty());
  CHECK(compute_lorenz(std::vector<Weighted>{}).empty());
}

TEST_CASE("the worst-off tenth splits the group at its edge") {
  const auto worst = compute_worst_off(std::vector<Weighted>{{10, 9}, {100, 0.5}, {20, 0.5}}, 0.1);
  REQUIRE(worst);
  CHECK(worst->mean == Approx(60));
  CHECK(worst->share_of_total == Approx(60.0 / 150));
  const auto half = compute_worst_off(std::vector<Weighted>{{10, 2}, {30, 2}}, 0.75);
  CHECK(half->mean == Approx((2 * 30 + 10) / 3.0));
}

TEST_CASE("all people together are as badly off as the mean") {
  CHECK(compute_worst_off(kFour, 1)->share_of_total == Approx(1));
  CHECK(compute_worst_off(kFour, 1)->mean == Approx(17.5));
  CHECK_FALSE(compute_worst_off(std::vector<Weighted>{}, 0.1));
  CHECK_FALSE(compute_worst_off(std::vector<Weighted>{{0, 1}}, 0.1));
}

TEST_CASE("a weighted quantile is the least value that reaches the share") {
  CHECK(*compute_weighted_quantile(kFour, 0) == 10);
  CHECK(*compute_weighted_quantile(kFour, 0.5) == 10);
  CHECK(*compute_weighted_quantile(kFour, 0.51) == 20);
  CHECK(*compute_weighted_quantile(kFour, 1) == 30);
  CHECK_FALSE(compute_weighted_quantile(std::vector<Weighted>{}, 0.5));
}
