/// \file
/// The integral over time of a number that goes up and down, in whole milliseconds.
#pragma once

#include <cstdint>

#include "sim/operations/clock.h"

namespace pahunch {

/// Counts things present and integrates their number over a window. Times must not decrease.
class Gauge {
 public:
  void add(TimeMs now, const Span& window) { change(now, window, 1); }
  void remove(TimeMs now, const Span& window) { change(now, window, -1); }
  [[nodiscard]] std::int64_t count() const { return count_; }
  /// Sum of (number present x milliseconds) within the window, up to `now`.
  [[nodiscard]] std::int64_t integral(TimeMs now, const Span& window) const {
    return area_ + count_ * clip(since_, now, window);
  }

 private:
  void change(TimeMs now, const Span& window, std::int64_t by) {
    area_ = integral(now, window);
    since_ = now;
    count_ += by;
  }

  std::int64_t area_ = 0;
  std::int64_t count_ = 0;
  TimeMs since_ = 0;
};

}  // namespace pahunch
