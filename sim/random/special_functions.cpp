#include "sim/random/special_functions.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <span>

#include "sim/random/portable_math.h"

namespace pahunch::portable {

namespace {

constexpr double kHalfLogTwoPi = 0.918938533204672741780329736406;
constexpr double kRootOfHalf = 0.707106781186547524400844362105;

/// Value of a polynomial whose coefficients are given from the highest power down.
double polynomial(std::span<const double> coefficients, double x) {
  double sum = 0;
  for (const double coefficient : coefficients) sum = sum * x + coefficient;
  return sum;
}

/// Stirling's series for x >= 16.
double stirling_series(double x) {
  constexpr std::array<double, 7> kSeries = {1.0 / 156,  -691.0 / 360360, 1.0 / 1188, -1.0 / 1680,
                                             1.0 / 1260, -1.0 / 360,      1.0 / 12};
  return polynomial(kSeries, 1 / (x * x)) / x;
}

/// exp(x²) erfc(x) for x >= 0: (1 + 2x) times it is a Chebyshev series in (x - 3.75) / (x + 3.75)
/// (Shepherd and Laframboise 1981); coefficients computed in 60-digit arithmetic.
double scaled_erfc(double x) {
  constexpr std::array<double, 25> kChebyshev = {
      5.068148904796111e-17,  7.418235256624044e-17,   -1.2507950530688648e-15,
      -1.864562880419313e-15, 3.3478119482868056e-14,  3.25254814814874e-14,
      -9.65469674843344e-13,  1.9455868545777347e-13,  2.86879501093067e-11,
      -6.318088340886684e-11, -7.754400208831351e-10,  4.521959811218287e-09,
      1.076499946567091e-08,  -2.1886401049234397e-07, 7.74038306619849e-07,
      4.13902798607301e-06,   -6.916973302501207e-05,  0.0004907758365258086,
      -0.002413163540417608,  0.009074997670705265,    -0.026658668435305753,
      0.05920993999819189,    -0.08424913336651792,    -0.004590054580646478,
      1.1775789345674017};
  const double t = (x - 3.75) / (x + 3.75);
  double one_above = 0, two_above = 0;  // Clenshaw's recurrence
  for (const double coefficient : std::span(kChebyshev).first(kChebyshev.size() - 1)) {
    const double sum = coefficient + 2 * t * one_above - two_above;
    two_above = one_above;
    one_above = sum;
  }
  return (kChebyshev.back() + t * one_above - two_above) / (1 + 2 * x);
}

/// P(Z > z) for z >= 0.
double normal_tail(double z) {
  // z² in an exact part and a small rest: its rounding error would be the relative error of exp.
  const double coarse = std::floor(z * 16) / 16;
  const double rest = (z - coarse) * (z + coarse);
  return 0.5 * scaled_erfc(z * kRootOfHalf) * exp(-coarse * coarse / 2) * exp(-rest / 2);
}

double central_quantile(double q) {
  constexpr std::array<double, 8> kTop = {2.5090809287301226727e3, 3.3430575583588128105e4,
                                          6.7265770927008700853e4, 4.5921953931549871457e4,
                                          1.3731693765509461125e4, 1.9715909503065514427e3,
                                          1.3314166789178437745e2, 3.3871328727963666080e0};
  constexpr std::array<double, 8> kBottom = {5.2264952788528545610e3, 2.8729085735721942674e4,
                                             3.9307895800092710610e4, 2.1213794301586595867e4,
                                             5.3941960214247511077e3, 6.8718700749205790830e2,
                                             4.2313330701600911252e1, 1.0};
  const double r = 0.180625 - q * q;
  return q * polynomial(kTop, r) / polynomial(kBottom, r);
}

/// The absolute value in the tails; `r` = sqrt(-log p) of the smaller tail.
double tail_quantile(double r) {
  constexpr std::array<double, 8> kNearTop = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                                              2.41780725177450611770e-1, 1.27045825245236838258e0,
                                              3.64784832476320460504e0,  5.76949722146069140550e0,
                                              4.63033784615654529590e0,  1.42343711074968357734e0};
  constexpr std::array<double, 8> kNearBottom = {
      1.05075007164441684324e-9, 5.47593808499534494600e-4,
      1.51986665636164571966e-2, 1.48103976427480074590e-1,
      6.89767334985100004550e-1, 1.67638483018380384940e0,
      2.05319162663775882187e0,  1.0};
  constexpr std::array<double, 8> kFarTop = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                                             1.24266094738807843860e-3, 2.65321895265761230930e-2,
                                             2.96560571828504891230e-1, 1.78482653991729133580e0,
                                             5.46378491116411436990e0,  6.65790464350110377720e0};
  constexpr std::array<double, 8> kFarBottom = {
      2.04426310338993978564e-15, 1.42151175831644588870e-7,
      1.84631831751005468180e-5,  7.86869131145613259100e-4,
      1.48753612908506148525e-2,  1.36929880922735805310e-1,
      5.99832206555887937690e-1,  1.0};
  if (r <= 5) return polynomial(kNearTop, r - 1.6) / polynomial(kNearBottom, r - 1.6);
  return polynomial(kFarTop, r - 5) / polynomial(kFarBottom, r - 5);
}

/// The continued fraction of the incomplete beta function, by Lentz's method. Converges fast for
/// x < (a + 1) / (a + b + 2).
double beta_fraction(double x, double a, double b) {
  double up = 1;
  double down = 1 / (1 - (a + b) * x / (a + 1));
  double value = down;
  for (int m = 1; m < 10'000; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    down = 1 / (1 + even * down);
    up = 1 + even / up;
    value *= down * up;
    down = 1 / (1 + odd * down);
    up = 1 + odd / up;
    value *= down * up;
    if (std::fabs(down * up - 1) < 1e-16) break;
  }
  return value;
}

}  // namespace

double stirling_error(double x) {
  assert(x > 0);
  if (x >= 16) return stirling_series(x);
  return log_gamma(x + 1) - (x + 0.5) * log(x) + x - kHalfLogTwoPi;
}

double log_gamma(double x) {
  assert(x > 0);
  double product = 1;
  while (x < 16) product *= x++;
  const double far = (x - 0.5) * log(x) - x + kHalfLogTwoPi + stirling_series(x);
  return product == 1 ? far : far - log(product);
}

double saddle_deviance(double x, double mean) {
  assert(x > 0 && mean > 0);
  return x * log1p_gap((mean - x) / x);
}

double normal_cdf(double z) {
  if (std::isnan(z)) return z;
  if (z > 0) return 1 - normal_tail(std::min(z, 40.0));
  return z < -40 ? 0 : normal_tail(-z);
}

double normal_quantile(double p) {
  assert(p > 0 && p < 1);
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return central_quantile(q);
  const double z = tail_quantile(std::sqrt(-log(q < 0 ? p : 1 - p)));
  return q < 0 ? -z : z;
}

double student_cdf(double t, double dof) {
  assert(dof > 0);
  if (std::isnan(t)) return t;
  if (std::isinf(t)) return t > 0 ? 1 : 0;
  const double a = dof / 2;
  const double b = 0.5;
  const double outer = dof / (dof + t * t);
  const double inner = t * t / (dof + t * t);
  const double log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
  const auto part = [&](double power) { return exp(power - log_beta); };
  double both_tails = 1;
  if (outer < (a + 1) / (a + b + 2)) {
    both_tails = part(a * log(outer) + b * log(inner)) * beta_fraction(outer, a, b) / a;
  } else if (t != 0) {
    both_tails = 1 - part(a * log(outer) + b * log(inner)) * beta_fraction(inner, b, a) / b;
  }
  return t < 0 ? both_tails / 2 : 1 - both_tails / 2;
}

}  // namespace pahunch::portable
