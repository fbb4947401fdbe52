/// \file
/// The inner loop of `CoreSweeper`, in SIMD chosen at run time (Highway).
#pragma once

#include <cstdint>
#include <span>

#include "geo/network/engine/core_graph.h"
#include "geo/network/engine/lane_kernels.h"

namespace pahunch::engine {

struct CoreWork {
  const CoreGraph& core;
  const Ms *up, *down;               ///< by slot, `kLanes` side by side
  std::span<std::uint64_t> waiting;  ///< bitmap of core numbers to be scanned; empty at the end
  std::uint64_t max_scans = 0;
};

/// Corrects labels (by core number) until no node waits; returns the number of scans. Ends early,
/// with a number above `max_scans`, when that many do not suffice.
std::uint64_t correct_core_labels(const CoreWork& work, Labels labels);

}  // namespace pahunch::engine
