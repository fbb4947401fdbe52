#include "sim/sensitivity/unit_points.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

/// Each of n equal layers of each dimension has one point.
bool fills_layers(const UnitPoints& points) {
  for (std::size_t d = 0; d < points.n_dimensions(); ++d) {
    std::vector<int> counts(points.size());
    for (std::size_t p = 0; p < points.size(); ++p) {
      ++counts[static_cast<std::size_t>(points[p][d] * static_cast<double>(points.size()))];
    }
    if (counts != std::vector<int>(points.size(), 1)) return false;
  }
  return true;
}

double mean_product(const UnitPoints& points) {
  double sum = 0;
  for (std::size_t p = 0; p < points.size(); ++p) {
    double product = 1;
    for (const double x : points[p]) product *= 2 * x;
    sum += product / static_cast<double>(points.size());
  }
  return sum;
}

}  // namespace

TEST_CASE("a Latin hypercube has one point in each layer, for any number of points") {
  for (const std::size_t n : {1U, 7U, 100U}) {
    CHECK(fills_layers(make_latin_hypercube({.n_points = n, .n_dimensions = 5, .seed = 1})));
  }
}

TEST_CASE("shifted Sobol' points have one point in each layer of a power of two") {
  const UnitPoints points = make_sobol_points({.n_points = 1024, .n_dimensions = 12, .seed = 1});
  CHECK(points.size() == 1024);
  CHECK(fills_layers(points));
  bool inside = true;
  for (std::size_t p = 0; p < points.size(); ++p) {
    for (const double x : points[p]) inside = inside && x > 0 && x < 1;
  }
  CHECK(inside);
}

TEST_CASE("Sobol' points average a smooth function far better than random ones would") {
  double worst = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto points = make_sobol_points({.n_points = 4096, .n_dimensions = 4, .seed = seed});
    worst = std::max(worst, std::fabs(mean_product(points) - 1));
  }
  const double random_error = std::sqrt((std::pow(4.0 / 3, 4) - 1) / 4096);
  CHECK(worst < random_error / 5);
}

TEST_CASE("points belong to their seed") {
  const PointRequest request = {.n_points = 8, .n_dimensions = 3, .seed = 20260118};
  PointRequest other = request;
  other.seed = 1;
  for (const auto& make : {make_sobol_points, make_latin_hypercube}) {
    CHECK(make(request)[5][2] == make(request)[5][2]);
    CHECK(make(request)[5][2] != make(other)[5][2]);
  }
  CHECK(make_sobol_points(request)[5][2] == 0.57281850273967627);
  CHECK(make_latin_hypercube(request)[5][2] == 0.20470289168174965);
}

TEST_CASE("requests for no points are refused") {
  CHECK_THROWS_AS(make_sobol_points({.n_points = 0, .n_dimensions = 2}), ConfigError);
  CHECK_THROWS_AS(make_latin_hypercube({.n_points = 2, .n_dimensions = 0}), ConfigError);
  CHECK_THROWS_WITH(make_sobol_points({.n_points = 2, .n_dimensions = 4000}),
                    Catch::Contains("4000") && Catch::Contains("3667"));
}
