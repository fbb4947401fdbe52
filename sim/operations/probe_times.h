/// \file
/// When virtual cases come: spread evenly over the year, so that what they see is the time average.
#pragma once

#include <span>
#include <vector>

#include "geo/base/id.h"
#include "sim/operations/arrival.h"

namespace pahunch {

/// Where the probes of a centre turn to.
struct ProbedCentre {
  std::uint64_t key = 0;  ///< of the centre
  /// The centre itself, then those that its women are sent on to. Must outlive the probes.
  std::span<const CentreOption> options = {};
};

struct ProbeSpread {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  Span year = {0, kYearMs};
  std::uint32_t n = 365;  ///< a centre
};

/// The year is cut into `n` equal parts, and in each of them a probe comes at a uniform time: its
/// average over many differs from the time average less than that of as many Poisson arrivals.
/// Sorted by time, then by the order of the centres.
std::vector<ProbeArrival> make_probes(std::span<const ProbedCentre> centres,
                                      const ProbeSpread& spread);

}  // namespace pahunch
