/// \file
/// How often intervals hold the truth, on data whose truth is known.
#pragma once

#include <atomic>
#include <cmath>
#include <cstdint>

#include "geo/base/parallel.h"
#include "sim/random/random_stream.h"
#include "sim/statistics/estimate.h"

namespace pahunch::test {

constexpr std::uint64_t kRepetitions = 20'000;

/// The share of repetitions whose interval holds `truth`; each has a stream of its own. Its own
/// standard error at 95% is 0.0015.
template <class MakeEstimate>
double measure_coverage(double truth, const MakeEstimate& make_estimate,
                        std::uint64_t n_repetitions = kRepetitions) {
  std::atomic<std::uint64_t> n_held = 0;
  for_each_in_parallel(
      n_repetitions,
      [&](std::size_t repetition) {
        RandomStream random({.seed = 51, .replicate = repetition});
        const Estimate estimate = make_estimate(random);
        if (estimate.low <= truth && truth <= estimate.high) ++n_held;
      },
      100);
  return static_cast<double>(n_held) / static_cast<double>(n_repetitions);
}

inline double draw_exponential(RandomStream& random) { return -std::log(random.uniform()); }

/// Waiting times before service in an M/M/1 queue with service rate 1 and utilisation `rho`, by
/// Lindley's recursion from a stationary start, so that every customer's wait has the same law:
/// P(W > t) = rho exp(-(1 - rho) t).
class QueueOfOne {
 public:
  QueueOfOne(double rho, RandomStream& random) : QueueOfOne(rho, random.uniform()) {}
  /// From a given start: queues that start from one number are as near as they can be.
  QueueOfOne(double rho, double start) : rho_(rho), wait_(quantile(start)) {}

  /// The wait of the present customer; then the next comes.
  double serve(double service, double gap) {
    const double wait = wait_;
    wait_ = std::max(0.0, wait_ + service - gap / rho_);
    return wait;
  }
  double serve(RandomStream& random) {
    const double service = draw_exponential(random);
    return serve(service, draw_exponential(random));
  }
  [[nodiscard]] double mean() const { return rho_ / (1 - rho_); }
  [[nodiscard]] double quantile(double p) const {
    return p <= 1 - rho_ ? 0 : -std::log((1 - p) / rho_) / (1 - rho_);
  }

 private:
  double rho_;
  double wait_;
};

}  // namespace pahunch::test
