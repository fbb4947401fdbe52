/// \file
/// Travel time in whole milliseconds, with an explicit unreachable state.
///
/// `TravelTime` saturates: unreachable plus anything is unreachable, and a sum that would pass
/// `kMaxMs` (about 24.8 days) is unreachable too. No sentinel number leaves this type: `minutes()`
/// of an unreachable time is an assertion failure, and writers ask `reachable()` first.
#pragma once

#include <cassert>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace pahunch {

class TravelTime {
 public:
  static constexpr std::uint32_t kMaxMs = std::numeric_limits<std::int32_t>::max() - 1;

  /// Zero.
  constexpr TravelTime() = default;
  constexpr explicit TravelTime(std::uint32_t ms) : ms_(ms > kMaxMs ? kUnreachableMs : ms) {}
  static constexpr TravelTime unreachable() { return TravelTime(kUnreachableMs); }
  /// The nearest millisecond to a time in seconds; unreachable when it does not fit. Precondition:
  /// `seconds` is not negative and not NaN.
  static TravelTime from_seconds(double seconds) {
    assert(seconds >= 0);
    const double ms = std::floor(seconds * 1000.0 + 0.5);
    return ms > static_cast<double>(kMaxMs) ? unreachable()
                                            : TravelTime(static_cast<std::uint32_t>(ms));
  }
  static TravelTime from_minutes(double minutes) { return from_seconds(minutes * 60.0); }

  [[nodiscard]] constexpr bool reachable() const { return ms_ != kUnreachableMs; }
  /// Precondition: reachable.
  [[nodiscard]] constexpr std::uint32_t ms() const {
    assert(reachable());
    return ms_;
  }
  /// For display only: comparisons are made in milliseconds. Precondition: reachable.
  [[nodiscard]] constexpr double minutes() const { return ms() / 60000.0; }

  friend constexpr TravelTime operator+(TravelTime a, TravelTime b) {
    // Both terms are at most 2^31 - 1, so the sum of the raw values cannot wrap.
    return (a.reachable() && b.reachable()) ? TravelTime(a.ms_ + b.ms_) : unreachable();
  }
  /// Unreachable is later than every time.
  friend constexpr auto operator<=>(TravelTime, TravelTime) = default;

 private:
  static constexpr std::uint32_t kUnreachableMs = kMaxMs + 1;
  static_assert(std::uint64_t{kUnreachableMs} * 2 <= std::numeric_limits<std::uint32_t>::max());
  std::uint32_t ms_ = 0;
};

static_assert(!(TravelTime(1) + TravelTime::unreachable()).reachable());
static_assert(!(TravelTime(TravelTime::kMaxMs) + TravelTime(1)).reachable());

}  // namespace pahunch
