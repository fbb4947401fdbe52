/// \file
/// Exponential and logarithm whose bits are the same on every x86-64 machine.
///
/// The C library picks its exp and log by what the processor has (fused multiply-add or not), so
/// their last bits differ between machines. These are plain series in a fixed order. Errors against
/// the true value: exp, log 1 unit in the last place; log1p, expm1 3; pow (|b log a| + 2) units.
/// Infinities, NaN and subnormal numbers are handled as by the C library.
#pragma once

namespace pahunch::portable {

double exp(double x);
/// exp(x) - 1 without cancellation near 0.
double expm1(double x);
double log(double x);
/// log(1 + x) without cancellation near 0.
double log1p(double x);
/// a to the power b. Precondition: a >= 0.
double pow(double a, double b);
/// x - log(1 + x), at least 0, without cancellation near 0. Precondition: x > -1. Relative error
/// 2e-15.
double log1p_gap(double x);

}  // namespace pahunch::portable
