/// \file
/// What floating-point sums may be trusted with.
#pragma once

#include <algorithm>
#include <cmath>

namespace pahunch {

/// Sums of whole numbers up to here are exact in doubles, with room for what is made of them.
constexpr double kExactSums = 0x1p+50;

/// Share of an objective that is no whole number by which two ways of summing it may differ: far
/// more than the sums here can come to (a unit round-off a term).
constexpr double kRoundOff = 1e-9;

/// By how much a bound of CBC may be too large through the tolerances that it works with. Far less
/// than one unit of weight for totals below 10^8.
inline double cbc_allowance(double bound) { return std::max(1e-5, 1e-8 * std::abs(bound)); }

}  // namespace pahunch
