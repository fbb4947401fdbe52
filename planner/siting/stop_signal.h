/// \file
/// When to stop: a time limit or a word from outside. Asking is cheap.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace pahunch {

enum class StopReason : std::uint8_t { kNone, kTime, kInterrupt };

class StopSignal {
 public:
  /// No limit: never stops by itself.
  StopSignal(std::optional<double> limit_s, std::function<bool()> should_stop);

  /// Once it says stop it says nothing else.
  [[nodiscard]] bool stop() const { return reason() != StopReason::kNone; }
  [[nodiscard]] StopReason reason() const;
  /// Seconds left; a year where there is no limit.
  [[nodiscard]] double left_s() const;

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> end_;
  std::function<bool()> should_stop_;
  mutable StopReason reason_ = StopReason::kNone;
};

}  // namespace pahunch
