/// \file
/// Intervals from leaving one year out at a time (Tukey 1958): years are the independent units, and
/// there are few, so the intervals are wide.
#pragma once

#include <span>

namespace pahunch {

/// A figure with the ends of its 90% interval.
struct Estimate90 {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// `left_out`: the figure without each of the years. 90% by Student's law with one degree of
/// freedom less than years; with fewer than two years both ends are the value.
Estimate90 jackknife_90(double value, std::span<const double> left_out);

/// Range (90%) of a standard deviation that was estimated with so many degrees of freedom (whole,
/// at least 1): by the chi-squared law, beyond 10 in the approximation of Wilson and Hilferty
/// (1931).
Estimate90 spread_range_90(double sd, double dof);

}  // namespace pahunch
