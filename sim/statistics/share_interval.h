/// \file
/// Interval for a probability from one yes or no per replicate.
#pragma once

#include <cstdint>

#include "sim/statistics/estimate.h"

namespace pahunch {

/// Wilson's score interval (Wilson 1927). Only where each trial is a replicate of its own: women of
/// one replicate share its floods, and pooled they give an interval far too short; for those see
/// estimate_ratio. Mean coverage over p is within 0.5% of the level from n = 50 on; at a single p
/// it swings, within 1.5% where n p (1 - p) >= 10. Precondition: n_yes <= n, n > 0.
Estimate estimate_share(std::uint64_t n_yes, std::uint64_t n, double level = kUsualLevel);

/// How many independent trials would give a share with this standard error: p (1 - p) / error². For
/// women who share floods it is far below their number. Infinite for an error of 0.
double effective_sample_size(double share, double standard_error);

}  // namespace pahunch
