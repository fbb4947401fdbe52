#include "tests/sim/random/law_checks.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "sim/random/exponential.h"
#include "sim/random/normal.h"
#include "sim/random/poisson.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

double standard_cdf(double z) { return cdf(boost::math::normal(), z); }

}  // namespace

TEST_CASE("the checks of laws find a mean, a spread and a shape that are a little off") {
  CHECK(follows_law(draw_many(NormalDistribution(0, 1), 100'000), standard_cdf));
  CHECK_FALSE(follows_law(draw_many(NormalDistribution(0.03, 1), 100'000), standard_cdf));
  CHECK_FALSE(follows_law(draw_many(NormalDistribution(0, 1.05), 100'000), standard_cdf));
  CHECK_FALSE(follows_law(draw_many(ExponentialDistribution(1), 1'000), standard_cdf));
}

TEST_CASE("the check of counts finds a mean that is a little off and one that is shifted by one") {
  const auto law = [](double k) { return k < 0 ? 0 : cdf(boost::math::poisson(3), k); };
  CHECK(follows_count_law(draw_many(PoissonDistribution(3), 100'000), law));
  CHECK_FALSE(follows_count_law(draw_many(PoissonDistribution(3.05), 100'000), law));
  auto shifted = draw_many(PoissonDistribution(3), 1'000);
  for (auto& value : shifted) ++value;
  CHECK_FALSE(follows_count_law(shifted, law));
}
