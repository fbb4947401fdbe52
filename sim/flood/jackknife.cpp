#include "sim/flood/jackknife.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pahunch {
namespace {

constexpr double kNormal95 = 1.6448536269514722;

/// 95% point of Student's law.
double get_student_95(std::size_t dof) {
  constexpr std::array kPoints{6.314, 2.920, 2.353, 2.132, 2.015,
                               1.943, 1.895, 1.860, 1.833, 1.812};
  return dof <= kPoints.size() ? kPoints[dof - 1]
                               : kNormal95 * (1 + 1.0 / static_cast<double>(dof));
}

/// 5% and 95% points of the chi-squared law.
struct ChiSquaredPoints {
  double low, high;
};

ChiSquaredPoints get_chi_squared_points(double dof) {
  constexpr std::array<ChiSquaredPoints, 10> kPoints{{{0.003932, 3.841459},
                                                      {0.102587, 5.991465},
                                                      {0.351846, 7.814728},
                                                      {0.710723, 9.487729},
                                                      {1.145476, 11.070498},
                                                      {1.635383, 12.591587},
                                                      {2.167350, 14.067140},
                                                      {2.732637, 15.507313},
                                                      {3.325113, 16.918978},
                                                      {3.940299, 18.307038}}};
  const auto whole = static_cast<std::size_t>(std::max(1.0, dof));
  if (whole <= kPoints.size()) return kPoints[whole - 1];
  const double ninth = 2 / (9 * dof), reach = kNormal95 * std::sqrt(ninth);
  const auto cube = [](double x) { return x * x * x; };
  return {dof * cube(1 - ninth - reach), dof * cube(1 - ninth + reach)};
}

}  // namespace

Estimate90 jackknife_90(double value, std::span<const double> left_out) {
  const std::size_t n = left_out.size();
  if (n < 2) return {value, value, value};
  double mean = 0;
  for (const double v : left_out) mean += v / static_cast<double>(n);
  double squares = 0;
  for (const double v : left_out) squares += (v - mean) * (v - mean);
  const double error = std::sqrt(squares * static_cast<double>(n - 1) / static_cast<double>(n));
  const double reach = get_student_95(n - 1) * error;
  return {value, value - reach, value + reach};
}

Estimate90 spread_range_90(double sd, double dof) {
  const ChiSquaredPoints points = get_chi_squared_points(dof);
  return {sd, sd * std::sqrt(dof / points.high), sd * std::sqrt(dof / points.low)};
}

}  // namespace pahunch
