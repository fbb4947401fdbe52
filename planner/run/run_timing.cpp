#include "planner/run/run_timing.h"

#include <sys/resource.h>

#include "planner/json_text.h"

namespace pahunch {
namespace {

double seconds_between(std::chrono::steady_clock::time_point from,
                       std::chrono::steady_clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace

double peak_memory_mib() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;  // kilobytes on Linux
}

void RunTiming::end_step(std::string name) {
  const auto now = Clock::now();
  steps_s_.emplace_back(std::move(name), seconds_between(last_, now));
  last_ = now;
}

std::string RunTiming::to_json(const Seconds& of_scenarios) const {
  nlohmann::ordered_json json;
  for (const auto& [name, seconds] : steps_s_) json["seconds"][name] = json_number(seconds, 3);
  json["seconds"]["total"] = json_number(seconds_between(began_, last_), 3);
  for (const auto& [name, seconds] : of_scenarios) {
    json["scenario_seconds"][name] = json_number(seconds, 3);
  }
  json["peak_memory_mib"] = json_number(peak_memory_mib(), 1);
  return dump_json(json);
}

}  // namespace pahunch
