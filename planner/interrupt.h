/// \file
/// Ctrl-C: noticed at the next step of the work, which then unwinds and tidies up after itself.
///
/// The first SIGINT or SIGTERM only sets a flag. Whoever reports progress checks it, so that the
/// destructors of half-written folders run. A second one ends the program at once.
#pragma once

#include <stdexcept>
#include <string>

namespace pahunch {

/// Thrown where the flag is seen.
class Interrupted : public std::runtime_error {
 public:
  explicit Interrupted(const std::string& what = "interrupted; nothing half-written is left")
      : std::runtime_error(what) {}
};

/// From now on SIGINT and SIGTERM set the flag, and a closed pipe is an error of the stream.
void watch_for_interrupt();

/// The flag is set: for work that ends early with what it has.
[[nodiscard]] bool is_interrupted();

/// Throws Interrupted when the flag is set.
void stop_if_interrupted();

/// Sets the flag, as a signal would, for tests; or clears it, where all is done and nothing is left
/// to interrupt.
enum class InterruptFlag : bool { kClear, kSet };
void set_interrupt(InterruptFlag flag);

}  // namespace pahunch
