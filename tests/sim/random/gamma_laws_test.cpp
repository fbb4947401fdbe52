#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>

#include "sim/random/beta.h"
#include "sim/random/erlang.h"
#include "sim/random/gamma.h"
#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("Erlang numbers are pinned, one draw a phase, and follow their law") {
  const ErlangDistribution law(3, 60);
  check_pins(
      law,
      std::vector{38.716118879071807, 34.840796083427485, 126.62677388398073, 113.13094576086672},
      12);
  const boost::math::gamma_distribution<> truth(3, 20);
  CHECK(follows_law(draw_many(law, 100'000), [&](double x) { return cdf(truth, x); }));
  check_moments(draw_many(law, 100'000), 60, 1200);
}

TEST_CASE("gamma numbers are pinned with their draws") {
  check_pins(
      GammaDistribution(2.5, 2),
      std::vector{3.2948297155151547, 5.9685363202233761, 4.285470030528967, 1.8114971720578297},
      8);
  check_pins(GammaDistribution(1, 2), std::vector{0.79777906404668397, 2.3215347116577045}, 4);
  check_pins(GammaDistribution(0.3, 2),
             std::vector{0.36964810751109711, 0.00043961754792700325, 0.378516502725944,
                         4.7640557747214771},
             12);
  check_pins(GammaDistribution(1e6, 2), std::vector{1999228.5851134346, 2000994.1698698744}, 4);
}

TEST_CASE("gamma numbers follow their law for small and large shapes") {
  for (const double shape : {0.02, 0.3, 1.0, 2.5, 40.0, 1e4}) {
    const GammaDistribution law(shape, 2);
    const boost::math::gamma_distribution<> truth(shape, 2);
    const std::vector<double> values = draw_many(law, 100'000);
    CHECK(follows_law(values, [&](double x) { return cdf(truth, x); }));
    check_moments(values, 2 * shape, 4 * shape);
  }
}

TEST_CASE("a gamma law can be given by mean and squared coefficient of variation") {
  check_moments(draw_many(GammaDistribution::from_mean(1, 0.11), 100'000), 1, 0.11);
  check_moments(draw_many(GammaDistribution::from_mean(5, 4), 100'000), 5, 100);
  CHECK(draw_many(GammaDistribution::from_mean(0, 1), 1)[0] == 0);
}

TEST_CASE("a tiny shape gives numbers that only their logarithm can hold") {
  const GammaDistribution law(1e-3, 1);
  RandomStream plain = make_pinned_stream();
  RandomStream logarithm = make_pinned_stream();
  bool some_vanish = false;
  for (int i = 0; i < 1000; ++i) {
    const double value = law(plain);
    const double log_value = law.draw_log(logarithm);
    CHECK(std::isfinite(log_value));
    if (value > 1e-300) CHECK(value == Approx(std::exp(log_value)).epsilon(1e-12));
    some_vanish = some_vanish || value == 0;
  }
  CHECK(some_vanish);
  CHECK(plain.n_draws() == logarithm.n_draws());
}

TEST_CASE("beta numbers are pinned with their draws") {
  check_pins(BetaDistribution(2, 3),
             std::vector{0.25454055084338933, 0.57231973215439602, 0.65157997088723163,
                         0.50332236087531457},
             16);
  check_pins(BetaDistribution(0.5, 0.5), std::vector{0.978431665734522, 0.089324541526952586}, 12);
}

TEST_CASE("beta numbers follow their law") {
  for (const auto& [alpha, beta] :
       std::vector<std::pair<double, double>>{{2, 3}, {0.5, 0.5}, {0.1, 4}, {200, 100}}) {
    const boost::math::beta_distribution<> truth(alpha, beta);
    const std::vector<double> values = draw_many(BetaDistribution(alpha, beta), 100'000);
    CHECK(follows_law(values, [&](double x) { return cdf(truth, std::min(x, 1.0)); }));
    check_moments(values, mean(truth), variance(truth));
  }
}

TEST_CASE("a beta law with tiny parameters is a coin") {
  const std::vector<double> values = draw_many(BetaDistribution(1e-3, 2e-3), 30'000);
  double sum = 0, inside = 0;
  for (const double value : values) {
    CHECK((value >= 0 && value <= 1));
    sum += value;
    if (value > 0.01 && value < 0.99) ++inside;
  }
  CHECK(sum / 30'000 == Approx(1.0 / 3).margin(kSigmas * std::sqrt(2.0 / 9 / 30'000)));
  CHECK(inside < 400);
}

TEST_CASE("a beta law can be given by mean and size") {
  const std::vector<double> values = draw_many(BetaDistribution::from_mean(0.089, 50), 100'000);
  check_moments(values, 0.089, 0.089 * 0.911 / 51);
}

TEST_CASE("laws of gamma numbers refuse parameters that they cannot have") {
  CHECK_THROWS_AS(ErlangDistribution(0, 1), ConfigError);
  CHECK_THROWS_AS(ErlangDistribution(2, -1), ConfigError);
  CHECK_THROWS_AS(GammaDistribution(0, 1), ConfigError);
  CHECK_THROWS_AS(GammaDistribution(1, -1), ConfigError);
  CHECK_THROWS_AS(GammaDistribution(INFINITY, 1), ConfigError);
  CHECK_THROWS_AS(GammaDistribution::from_mean(1, 0), ConfigError);
  CHECK_THROWS_AS(GammaDistribution::from_mean(-1, 1), ConfigError);
  CHECK_THROWS_AS(BetaDistribution(0, 1), ConfigError);
  CHECK_THROWS_WITH(BetaDistribution::from_mean(1, 10), Catch::Contains("between 0 and 1"));
  CHECK_THROWS_AS(BetaDistribution::from_mean(0.5, 0), ConfigError);
}
