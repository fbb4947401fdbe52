#include "sim/random/portable_math.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

#include "sim/random/random_stream.h"
#include "sim/random/uniform_range.h"

using namespace pahunch;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Greatest distance from `truth`, in units of the last place of a double.
template <class Ours, class Truth>
double worst_units(const UniformRange& range, const Ours& ours, const Truth& truth) {
  RandomStream random({.seed = 4});
  double worst = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double x = range(random);
    const long double right = truth(static_cast<long double>(x));
    const long double off = std::fabs(static_cast<long double>(ours(x)) - right);
    worst = std::max(worst, static_cast<double>(off / std::fabs(right)) * 0x1p53);
  }
  return worst;
}

}  // namespace

TEST_CASE("the portable exponential is right to the last place") {
  const auto truth = [](long double x) { return std::exp(x); };
  CHECK(worst_units({-708, 709}, portable::exp, truth) < 2);
  CHECK(worst_units({-1, 1}, portable::exp, truth) < 2);
  CHECK(portable::exp(0) == 1);
  CHECK(portable::exp(1) == Approx(2.718281828459045).epsilon(3e-16));
  CHECK(portable::exp(0x1p-60) == 1);
}

TEST_CASE("the portable logarithm is right to the last place") {
  const auto truth = [](long double x) { return std::log(x); };
  CHECK(worst_units({0, 1e300}, portable::log, truth) < 2);
  CHECK(worst_units({0.5, 2}, portable::log, truth) < 2);
  CHECK(worst_units({0, 1e-300}, portable::log, truth) < 2);
  CHECK(portable::log(1) == 0);
  CHECK(portable::log(2) == 0.6931471805599453);
  CHECK(portable::log(5e-324) == -744.4400719213812);
}

TEST_CASE("the functions near 1 do not cancel") {
  const auto log1p = [](long double x) { return std::log1p(x); };
  const auto expm1 = [](long double x) { return std::expm1(x); };
  for (const double reach : {0.9, 1e-3, 1e-12}) {
    CHECK(worst_units({-reach, reach}, portable::log1p, log1p) < 6);
    CHECK(worst_units({-reach, reach}, portable::expm1, expm1) < 6);
  }
  CHECK(worst_units({-0.25, 4}, portable::log1p_gap,
                    [](long double x) { return x - std::log1p(x); }) < 20);
  CHECK(portable::log1p_gap(1e-9) == Approx(5e-19).epsilon(1e-8));
  CHECK(portable::log1p_gap(-1e-9) == Approx(5e-19).epsilon(1e-8));
  CHECK(portable::log1p(1e300) == Approx(690.77552789821));
}

TEST_CASE("powers are right to the size of their logarithm") {
  const auto cube = [](long double x) { return x * x * x; };
  CHECK(worst_units(
            {0.01, 100}, [](double x) { return portable::pow(x, 3); }, cube) < 32);
  CHECK(portable::pow(0, 2) == 0);
  CHECK(portable::pow(0, 0) == 1);
  CHECK(portable::pow(1, 1e300) == 1);
}

TEST_CASE("the ends of the range are those of the C library") {
  CHECK(portable::exp(710) == kInfinity);
  CHECK(portable::exp(kInfinity) == kInfinity);
  CHECK(portable::exp(-746) == 0);
  CHECK(portable::exp(-kInfinity) == 0);
  CHECK(portable::exp(-745) == 5e-324);
  CHECK(portable::exp(-710) == Approx(4.47628622567513e-309).epsilon(1e-12));
  CHECK(std::isnan(portable::exp(std::nan(""))));
  CHECK(portable::log(0) == -kInfinity);
  CHECK(portable::log(kInfinity) == kInfinity);
  CHECK(std::isnan(portable::log(-1)));
  CHECK(std::isnan(portable::log(std::nan(""))));
  CHECK(portable::log1p(-1) == -kInfinity);
  CHECK(portable::log1p(kInfinity) == kInfinity);
}
