/// \file
/// Quantiles of Student's law, for intervals.
#pragma once

namespace pahunch {

/// The t with P(T <= t) = p (Boost.Math, which computes in extended precision: the rounded result
/// does not depend on the processor). Precondition: 0 < p < 1, dof > 0.
double student_quantile(double p, double dof);

/// The two-sided multiplier of a standard error: t of (1 + level) / 2.
double student_multiplier(double level, double dof);

/// The same of the normal law.
double normal_multiplier(double level);

}  // namespace pahunch
