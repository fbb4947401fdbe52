/// \file
/// The special functions that samplers need, on portable arithmetic (see portable_math.h).
///
/// Errors as measured against 40-digit arithmetic; the tests hold them.
#pragma once

namespace pahunch::portable {

/// log Γ(x). Precondition: x > 0. Error 1e-14 absolute up to 20, 4e-16 relative above.
double log_gamma(double x);

/// log Γ(x + 1) less Stirling's formula (x + 1/2) log x - x + log(2π) / 2. Precondition: x > 0.
/// Absolute error 1e-14, and 1e-17 from 16 on (Loader 2000).
double stirling_error(double x);

/// x log(x / mean) + mean - x, at least 0: what a saddle-point probability falls with (Loader
/// 2000). Precondition: both > 0. Relative error 2e-15.
double saddle_deviance(double x, double mean);

/// P(Z <= z) of the standard normal law. Relative error 1e-15 down to 1e-300.
double normal_cdf(double z);

/// The z with P(Z <= z) = p. Precondition: 0 < p < 1. Relative error 1e-15 of z (Wichura 1988,
/// AS 241).
double normal_quantile(double p);

/// P(T <= t) of Student's law with `dof` degrees of freedom, from the continued fraction of the
/// incomplete beta function (Abramowitz and Stegun 26.5.8). Precondition: dof > 0. Absolute error
/// 2e-13 for dof <= 1000.
double student_cdf(double t, double dof);

}  // namespace pahunch::portable
