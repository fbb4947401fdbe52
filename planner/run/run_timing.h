/// \file
/// How long a run took and how much memory it had: facts of the host, apart from the results.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace pahunch {

/// Of this process until now.
double peak_memory_mib();

class RunTiming {
 public:
  /// The time since the last step ended, or the run began.
  void end_step(std::string name);
  /// timing.json: seconds a step, in all, and the peak of memory in MiB.
  [[nodiscard]] std::string to_json() const;

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point began_ = Clock::now();
  Clock::time_point last_ = began_;
  std::vector<std::pair<std::string, double>> steps_s_;
};

}  // namespace pahunch
