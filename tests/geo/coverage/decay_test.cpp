#include "geo/coverage/decay.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;

TEST_CASE("limits of a decay are inclusive") {
  CHECK(make_binary_decay(30)(30) == 1);
  CHECK(make_binary_decay(30)(30.0001) == 0);
  CHECK(make_gaussian_decay(10, 30)(30) > 0);
  CHECK(make_gaussian_decay(10, 30)(30.0001) == 0);
  CHECK(make_exponential_decay(0.1, 30)(30.0001) == 0);
  CHECK(make_power_decay({.exponent = 1, .max_cost = 30})(30.0001) == 0);
}

TEST_CASE("a stepped decay takes the weight of the first step not passed") {
  const Decay decay = make_step_decay({{10, 1}, {20, 0.68}, {30, 0.22}});
  CHECK(decay(0) == 1);
  CHECK(decay(10) == 1);
  CHECK(decay(10.001) == 0.68);
  CHECK(decay(30) == 0.22);
  CHECK(decay(30.001) == 0);
}

TEST_CASE("the smooth decays follow their formulas") {
  CHECK(make_gaussian_decay(10)(10) == Approx(std::exp(-0.5)));
  CHECK(make_exponential_decay(0.1)(20) == Approx(std::exp(-2.0)));
  CHECK(make_power_decay({.exponent = 2})(4) == Approx(1.0 / 16));
}

TEST_CASE("a power decay stays finite at no cost") {
  CHECK(make_power_decay({.exponent = 2, .min_cost = 0.5})(0) == Approx(4));
}

TEST_CASE("the sigma for a limit leaves a hundredth there") {
  CHECK(make_gaussian_decay(gaussian_sigma_for(60))(60) == Approx(0.01));
}

TEST_CASE("decays that cannot be are refused") {
  CHECK_THROWS_AS(make_gaussian_decay(0), ConfigError);
  CHECK_THROWS_WITH(make_gaussian_decay(0), Catch::Contains("the sigma of a Gaussian decay must"));
  CHECK_THROWS_WITH(make_exponential_decay(-1), Catch::Contains("the rate of an exponential"));
  CHECK_THROWS_WITH(make_power_decay({.exponent = 0}), Catch::Contains("the exponent of a power"));
  CHECK_THROWS_WITH(make_power_decay({.exponent = 1, .min_cost = 0}),
                    Catch::Contains("the least cost of a power decay"));
  CHECK_THROWS_WITH(make_step_decay({{20, 1}, {10, 0.5}}),
                    Catch::Contains("the step at 10 is out of order"));
  CHECK_THROWS_WITH(make_step_decay({{20, 1.5}}), Catch::Contains("a step cannot weigh 1.5"));
}
