#include "sim/operations/service_law.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

struct Moments {
  double mean = 0;
  double scv = 0;
};

Moments measure(const ServiceLaw& law) {
  RandomStream random({.seed = 41});
  constexpr int kN = 200'000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < kN; ++i) {
    const auto x = static_cast<double>(law(random));
    sum += x;
    squares += x * x;
  }
  const double mean = sum / kN;
  return {mean, squares / kN / (mean * mean) - 1};
}

}  // namespace

TEST_CASE("every law has the mean and the spread that it was given") {
  for (const auto shape : {LawShape::kExponential, LawShape::kGamma, LawShape::kLognormal}) {
    const double scv = shape == LawShape::kExponential ? 1 : 0.5;
    INFO(to_string(shape));
    const Moments seen = measure(ServiceLaw({.shape = shape, .mean_ms = 1e6, .scv = scv}));
    CHECK(seen.mean == Approx(1e6).epsilon(0.01));
    CHECK(seen.scv == Approx(scv).epsilon(0.05));
  }
}

TEST_CASE("a fixed length takes no draw, and a law without spread is one") {
  RandomStream random({.seed = 1});
  for (const auto shape : {LawShape::kFixed, LawShape::kGamma, LawShape::kLognormal}) {
    const ServiceLaw law({.shape = shape, .mean_ms = 1500.4});
    CHECK(law.is_fixed());
    CHECK(law(random) == 1500);
  }
  CHECK(ServiceLaw()(random) == 0);
  CHECK(random.n_draws() == 0);
}

TEST_CASE("longer than the longest becomes the longest") {
  const ServiceLaw law({.shape = LawShape::kExponential, .mean_ms = 1000, .longest_ms = 1200});
  RandomStream random({.seed = 2});
  int n_longest = 0;
  for (int i = 0; i < 10'000; ++i) {
    const TimeMs length = law(random);
    REQUIRE(length <= 1200);
    if (length == 1200) ++n_longest;
  }
  CHECK(n_longest == Approx(10'000 * std::exp(-1.2)).epsilon(0.05));
}

TEST_CASE("a law as a planner writes it is turned into milliseconds") {
  const ServiceLaw law(DurationLaw{.shape = LawShape::kFixed,
                                   .mean = {2, 1, 3, "x"},
                                   .cv = {},
                                   .longest = 1.5,
                                   .unit = TimeUnit::kDay});
  RandomStream random({.seed = 1});
  CHECK(law.mean_ms() == 2 * kDayMs);
  CHECK(law(random) == kDayMs + kDayMs / 2);
}

TEST_CASE("what makes no law is refused") {
  CHECK_THROWS_AS(ServiceLaw({.mean_ms = -1}), ConfigError);
  CHECK_THROWS_AS(ServiceLaw({.mean_ms = 1, .scv = -1}), ConfigError);
}
