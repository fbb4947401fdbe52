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

/// How long a piece of work takes.
template <class Work>
double time_s(const Work& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

class RunTiming {
 public:
  using Seconds = std::vector<std::pair<std::string, double>>;  ///< by name

  /// The time since the last step ended, or the run began.
  void end_step(std::string name);
  /// timing.json: seconds a step, in all, those of each scenario where there are several, and the
  /// peak of memory in MiB.
  [[nodiscard]] std::string to_json(const Seconds& of_scenarios = {}) const;

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point began_ = Clock::now();
  Clock::time_point last_ = began_;
  Seconds steps_s_;
};

}  // namespace pahunch
