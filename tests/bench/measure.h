/// \file
/// Time and memory of the program itself.
#pragma once

#include <functional>
#include <vector>

namespace pahunch::bench {

inline constexpr int kRepeats = 5;

/// Processor time of this thread.
double measure_ms(const std::function<void()>& work);
/// Processor time of all threads, in seconds.
double measure_s(const std::function<void()>& work);
/// Processor time of all threads, and the time that passed.
struct WallTime {
  double wall_ms = 0;
  double processor_ms = 0;
};
WallTime measure_wall(const std::function<void()>& work);

/// The median of `kRepeats` runs.
double repeat_ms(const std::function<void()>& work);
double find_median(std::vector<double> values);

double get_peak_mib();  ///< resident, since the program began
double get_now_mib();   ///< resident now

/// Ends the program with a message when an answer is wrong.
void require_equal(bool equal, const char* what);

}  // namespace pahunch::bench
