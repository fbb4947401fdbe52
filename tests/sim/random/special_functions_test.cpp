#include "sim/random/special_functions.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/random/random_stream.h"

using namespace pahunch;

TEST_CASE("the logarithm of the gamma function is right") {
  CHECK(portable::log_gamma(1) == Approx(0).margin(1e-14));
  CHECK(portable::log_gamma(2) == Approx(0).margin(1e-14));
  CHECK(portable::log_gamma(0.5) == Approx(0.5723649429247001).epsilon(1e-14));
  for (double x = 1e-8; x < 1e9; x *= 1.37) {
    CHECK(portable::log_gamma(x) == Approx(boost::math::lgamma(x)).epsilon(1e-15).margin(2e-14));
  }
}

TEST_CASE("the error of Stirling's formula is right where it is summed and where it is a series") {
  // log(n!) - Stirling, from 40-digit arithmetic.
  CHECK(portable::stirling_error(1) == Approx(0.081061466795327258).margin(1e-14));
  CHECK(portable::stirling_error(15) == Approx(0.005554733551962801).margin(2e-14));
  CHECK(portable::stirling_error(16) == Approx(0.0052076559196096404).epsilon(1e-13));
  CHECK(portable::stirling_error(1000) == Approx(8.333333055555635e-05).epsilon(1e-13));
}

TEST_CASE("the deviance is exact where the plain formula cancels") {
  CHECK(portable::saddle_deviance(3, 2) == Approx(3 * std::log(1.5) - 1).epsilon(1e-14));
  CHECK(portable::saddle_deviance(5, 5) == 0);
  CHECK(portable::saddle_deviance(1e6, 1e6 + 1) == Approx(4.9999966666691667e-07).epsilon(1e-12));
}

TEST_CASE("the normal law and its quantiles are right far into the tails") {
  const boost::math::normal law;
  for (double z = -37; z < 9; z += 0.173) {
    const long double truth = std::erfc(-z / std::sqrt(2.0L)) / 2;
    CHECK(portable::normal_cdf(z) == Approx(static_cast<double>(truth)).epsilon(2e-15));
  }
  CHECK(portable::normal_cdf(0) == Approx(0.5).epsilon(1e-15));
  CHECK(portable::normal_cdf(-1e9) == 0);
  CHECK(portable::normal_cdf(1e9) == 1);
  for (double p = 1e-16; p < 1; p *= 1.3) {
    CHECK(portable::normal_quantile(p) == Approx(quantile(law, p)).epsilon(1e-14).margin(1e-15));
  }
  CHECK(portable::normal_quantile(0.5) == 0);
  CHECK(portable::normal_quantile(0x1p-53) == -portable::normal_quantile(1 - 0x1p-53));
  CHECK(portable::normal_quantile(1 - 0x1p-53) < 8.3);
}

TEST_CASE("the quantile undoes the normal law") {
  RandomStream random({.seed = 6});
  for (int i = 0; i < 10'000; ++i) {
    const double p = random.uniform();
    CHECK(portable::normal_cdf(portable::normal_quantile(p)) == Approx(p).epsilon(3e-14));
  }
}

TEST_CASE("Student's law is right for few and many degrees of freedom") {
  for (const double dof : {0.5, 1.0, 2.0, 4.0, 7.5, 30.0, 1000.0}) {
    const boost::math::students_t law(dof);
    for (double t = -20; t < 20; t += 0.37) {
      CHECK(portable::student_cdf(t, dof) == Approx(cdf(law, t)).margin(2e-13).epsilon(0));
    }
    CHECK(portable::student_cdf(0, dof) == 0.5);
  }
  CHECK(portable::student_cdf(1, 1) == Approx(0.75).epsilon(1e-14));
  CHECK(portable::student_cdf(-INFINITY, 3) == 0);
  CHECK(portable::student_cdf(INFINITY, 3) == 1);
}
