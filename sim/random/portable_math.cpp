#include "sim/random/portable_math.h"

#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

namespace pahunch::portable {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

// log 2 in two parts; a multiple of the first by any exponent is exact.
constexpr double kLog2High = 0x1.62e42fefa3800p-1;
constexpr double kLog2Low = 0x1.ef35793c76730p-45;
constexpr double kLog2e = 0x1.71547652b82fep+0;

/// 2^n for -1022 <= n <= 1023.
double power_of_two(int n) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52U);
}

/// x 2^n for any n that an exponential can have, rounded once.
double scale(double x, int n) {
  if (n > 1023) return x * 0x1p1023 * power_of_two(n - 1023);
  if (n < -1022) return x * power_of_two(n + 128) * 0x1p-128;
  return x * power_of_two(n);
}

/// (exp(r) - 1 - r) / r² for |r| < 0.35: Taylor's series.
double exp_rest(double r) {
  constexpr std::array<double, 12> kInverseFactorial = {
      1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
      1.0 / 5040,       1.0 / 720,       1.0 / 120,      1.0 / 24,      1.0 / 6,      1.0 / 2};
  double sum = 0;
  for (const double term : kInverseFactorial) sum = sum * r + term;
  return sum;
}

/// log((1 + s) / (1 - s)) / s - 2 for |s| < 0.172: the series of the inverse hyperbolic tangent.
double log_rest(double s) {
  constexpr std::array<double, 11> kTerms = {2.0 / 23, 2.0 / 21, 2.0 / 19, 2.0 / 17,
                                             2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9,
                                             2.0 / 7,  2.0 / 5,  2.0 / 3};
  const double square = s * s;
  double sum = 0;
  for (const double term : kTerms) sum = sum * square + term;
  return sum * square;
}

struct Split {
  double fraction = 1;  ///< in [sqrt(1/2), sqrt(2))
  double exponent = 0;
};

/// Precondition: x is positive, normal and finite.
Split split(double x) {
  constexpr std::uint64_t kRootOfHalf = 0x3fe6a09e667f3bcdULL;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t offset = bits - kRootOfHalf;
  const auto exponent = static_cast<std::int64_t>(offset) >> 52;
  const std::uint64_t fraction = bits - (static_cast<std::uint64_t>(exponent) << 52U);
  return {std::bit_cast<double>(fraction), static_cast<double>(exponent)};
}

}  // namespace

double exp(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.782712893384) return kInfinity;
  if (x < -745.1332191019412) return 0;
  const double n = std::floor(x * kLog2e + 0.5);
  const double r = (x - n * kLog2High) - n * kLog2Low;
  return scale(1 + (r + r * r * exp_rest(r)), static_cast<int>(n));
}

double expm1(double x) {
  if (std::fabs(x) < 0.3) return x + x * x * exp_rest(x);
  return exp(x) - 1;
}

double log(double x) {
  if (std::isnan(x) || x < 0) return kNotANumber;
  if (x == 0) return -kInfinity;
  if (x == kInfinity) return x;
  const bool subnormal = x < std::numeric_limits<double>::min();
  Split parts = split(subnormal ? x * 0x1p54 : x);
  if (subnormal) parts.exponent -= 54;
  const double f = parts.fraction - 1;
  const double s = f / (2 + f);
  const double half_square = f * f / 2;
  // log(1 + f) = f - f²/2 + s (f²/2 + rest): the largest part, f, is exact.
  const double low = s * (half_square + log_rest(s)) + parts.exponent * kLog2Low;
  return parts.exponent * kLog2High - ((half_square - low) - f);
}

double log1p(double x) {
  const double sum = 1 + x;
  if (sum == 1) return x;
  if (!(x > -1) || x > 0x1p60) return log(sum);
  return log(sum) * (x / (sum - 1));  // what rounding the sum lost is made good (Kahan)
}

double pow(double a, double b) {
  assert(!(a < 0));
  if (b == 0 || a == 1) return 1;
  return exp(b * log(a));
}

double log1p_gap(double x) {
  assert(x > -1);
  if (std::fabs(x) > 0.25) return x - log1p(x);
  const double s = x / (2 + x);
  return s * (x - log_rest(s));
}

}  // namespace pahunch::portable
