#include "tests/bench/measure.h"

#include <fmt/core.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace pahunch::bench {
namespace {

double read_clock_ms(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

}  // namespace

double measure_ms(const std::function<void()>& work) {
  const double start = read_clock_ms(CLOCK_THREAD_CPUTIME_ID);
  work();
  return read_clock_ms(CLOCK_THREAD_CPUTIME_ID) - start;
}

WallTime measure_wall(const std::function<void()>& work) {
  const double wall = read_clock_ms(CLOCK_MONOTONIC);
  const double processor = read_clock_ms(CLOCK_PROCESS_CPUTIME_ID);
  work();
  return {read_clock_ms(CLOCK_MONOTONIC) - wall,
          read_clock_ms(CLOCK_PROCESS_CPUTIME_ID) - processor};
}

double measure_s(const std::function<void()>& work) {
  return measure_wall(work).processor_ms / 1e3;
}

double repeat_ms(const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < kRepeats; ++i) times.push_back(measure_ms(work));
  return find_median(times);
}

double find_median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double get_peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double get_now_mib() {
  std::ifstream statm("/proc/self/statm");
  double n_pages = 0;
  double n_resident = 0;
  statm >> n_pages >> n_resident;
  return n_resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

void require_equal(bool equal, const char* what) {
  if (equal) return;
  fmt::print(stderr, "bench_engine: wrong answer: {}\n", what);
  std::exit(1);
}

}  // namespace pahunch::bench
