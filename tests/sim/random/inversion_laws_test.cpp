// Laws with one draw a value, each the quantile of a uniform number.

#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>

#include "sim/random/exponential.h"
#include "sim/random/lognormal.h"
#include "sim/random/normal.h"
#include "sim/random/triangular.h"
#include "sim/random/uniform_range.h"
#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

// The pinned values were held against another implementation of streams and laws in Python.

TEST_CASE("exponential numbers are pinned, follow their law and rise with the draw") {
  const ExponentialDistribution law(30);
  check_pins(
      law,
      std::vector{12.921722941062169, 9.9662230613975851, 35.186232316147958, 29.564067590682566},
      4);
  const boost::math::exponential truth(1.0 / 30);
  CHECK(follows_law(draw_many(law, 100'000), [&](double x) { return cdf(truth, x); }));
  check_moments(draw_many(law, 100'000), 30, 900);
  check_monotone(law);
}

TEST_CASE("normal numbers are pinned, follow their law and rise with the draw") {
  const NormalDistribution law(10, 2);
  check_pins(
      law,
      std::vector{9.2291526215874686, 8.850093715939753, 10.994671797877695, 10.646440859308511},
      4);
  const boost::math::normal truth(10, 2);
  CHECK(follows_law(draw_many(law, 100'000), [&](double x) { return cdf(truth, x); }));
  check_moments(draw_many(law, 100'000), 10, 4);
  check_monotone(law);
}

TEST_CASE("lognormal numbers are pinned, follow their law and rise with the draw") {
  const auto law = LognormalDistribution::from_median(20, 0.5);
  check_pins(
      law,
      std::vector{16.494391746053793, 15.003082838303786, 25.646323372106234, 23.508039954952796},
      4);
  const boost::math::lognormal truth(std::log(20), 0.5);
  CHECK(follows_law(draw_many(law, 100'000), [&](double x) { return cdf(truth, x); }));
  check_monotone(law);
}

TEST_CASE("a lognormal law can be given by mean and squared coefficient of variation") {
  const auto law = LognormalDistribution::from_mean(20, 0.5);
  check_pins(law, std::vector{12.776106965063475, 11.323630528210169}, 2);
  check_moments(draw_many(law, 200'000), 20, 0.5 * 400);
}

TEST_CASE("uniform numbers of a range are pinned and fill it evenly") {
  const UniformRange law(45, 90);
  check_pins(law, std::vector{60.748279521234217, 57.719767228447054}, 2);
  CHECK(follows_law(draw_many(law, 100'000), [](double x) { return (x - 45) / 45; }));
  check_moments(draw_many(law, 100'000), 67.5, 45.0 * 45 / 12);
}

TEST_CASE("triangular numbers are pinned and follow their law") {
  const TriangularDistribution law({.low = 1, .mode = 2, .high = 5});
  check_pins(law, std::vector{2.2070698550916918, 2.066050090336558, 3.0729003133404036}, 3);
  const boost::math::triangular truth(1, 2, 5);
  CHECK(follows_law(draw_many(law, 100'000), [&](double x) { return cdf(truth, x); }));
  check_moments(draw_many(law, 100'000), 8.0 / 3, (1 + 4 + 25 - 2 - 5 - 10) / 18.0);
  check_monotone(law);
  check_monotone(TriangularDistribution({.low = 1, .mode = 1, .high = 5}));
  check_monotone(TriangularDistribution({.low = 1, .mode = 5, .high = 5}));
}

TEST_CASE("a law without spread gives its one value") {
  CHECK(ExponentialDistribution(0).quantile(0.9) == 0);
  CHECK(NormalDistribution(7, 0).quantile(0.9) == 7);
  CHECK(LognormalDistribution::from_median(7, 0).quantile(0.9) == 7);
  CHECK(LognormalDistribution::from_mean(0, 1).quantile(0.9) == 0);
  CHECK(UniformRange(7, 7).quantile(0.9) == 7);
  CHECK(TriangularDistribution({7, 7, 7}).quantile(0.9) == 7);
}

TEST_CASE("continuous laws refuse parameters that they cannot have") {
  const double nan = std::nan("");
  CHECK_THROWS_AS(ExponentialDistribution(-1), ConfigError);
  CHECK_THROWS_AS(ExponentialDistribution(INFINITY), ConfigError);
  CHECK_THROWS_AS(NormalDistribution(nan, 1), ConfigError);
  CHECK_THROWS_AS(NormalDistribution(0, -1), ConfigError);
  CHECK_THROWS_AS(LognormalDistribution::from_median(-1, 1), ConfigError);
  CHECK_THROWS_AS(LognormalDistribution::from_median(1, nan), ConfigError);
  CHECK_THROWS_AS(LognormalDistribution::from_mean(1, -0.1), ConfigError);
  CHECK_THROWS_AS(UniformRange(1, 0), ConfigError);
  CHECK_THROWS_AS(TriangularDistribution({1, 0, 5}), ConfigError);
  CHECK_THROWS_AS(TriangularDistribution({1, 6, 5}), ConfigError);
  CHECK_THROWS_AS(TriangularDistribution({1, nan, 5}), ConfigError);
}

TEST_CASE("a refused parameter is named with its rule") {
  CHECK_THROWS_WITH(ExponentialDistribution(-1),
                    Catch::Contains("the exponential law cannot have a mean of -1") &&
                        Catch::Contains("must be 0 or more") && Catch::Contains("correct"));
  CHECK_THROWS_WITH(UniformRange(3, 2), Catch::Contains("must be 3 or more"));
}
