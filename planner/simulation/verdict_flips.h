/// \file
/// Which input flips most verdicts: of how many rural women does the side of the threshold depend
/// on the half of the input's range?
///
/// The draws are parted at the middle of their places in the range. A settlement flips where its
/// chance of being served, averaged over the draws of the low half, lies on the other side of the
/// threshold than averaged over the high half. Draws parted at random flip some too: `by_chance`.
#pragma once

#include <vector>

#include "planner/simulation/simulate_study.h"

namespace pahunch {

struct VerdictFlips {
  std::vector<Persons> women;  ///< rural, by parameter
  Persons by_chance = 0;       ///< 95% of random halves flip no more
};

struct FlipQuestion {
  const SimulationReport& report;
  WomenBySettlement women;
  double min_probability = 0;
  std::uint64_t seed = 0;
};

/// Under one set. Cost: O((parameters + 100) draws x settlements), in parallel.
VerdictFlips find_verdict_flips(const FlipQuestion& question, std::size_t set);

}  // namespace pahunch
