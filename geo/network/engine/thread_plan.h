/// \file
/// Batches shared out among threads, within a bound on memory that is known before they run.
///
/// Each thread works on one batch at a time in scratch of its own; batches share nothing but
/// constant data. Where a batch's result is a pure function of its number, results depend on
/// neither the number of threads nor the bound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace pahunch::engine {

struct ThreadLimits {
  std::uint32_t max_threads = 0;     ///< 0: all cores
  std::size_t max_bytes = SIZE_MAX;  ///< of scratch, over all threads
};

struct ThreadPlan {
  std::uint32_t n_threads = 1;
  std::size_t n_bytes = 0;  ///< of scratch, over all threads
};

/// As many threads as cores, batches and memory allow. Throws ConfigError when the scratch of one
/// thread does not fit.
ThreadPlan plan_threads(std::uint32_t n_batches, std::size_t bytes_a_thread,
                        const ThreadLimits& limits);

/// Calls `work(thread, batch)` for batches 0 .. n_batches - 1. At any time at most one call is
/// under way for each thread 0 .. n_threads - 1, which may thus be the key to scratch.
void run_batches(const ThreadPlan& plan, std::uint32_t n_batches,
                 const std::function<void(std::uint32_t thread, std::uint32_t batch)>& work);

}  // namespace pahunch::engine
