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

/// The `z`-quantile of a chi-squared number over its degrees of freedom.
double get_chi_squared_ratio(double dof, double z) {
  const double ninth = 2 / (9 * dof);
  const double root = std::max(0.05, 1 - ninth + z * std::sqrt(ninth));
  return root * root * root;
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
  return {sd, sd / std::sqrt(get_chi_squared_ratio(dof, kNormal95)),
          sd / std::sqrt(get_chi_squared_ratio(dof, -kNormal95))};
}

}  // namespace pahunch
