/// \file
/// Where everybody stands in a replicate year: five classes that add up to all, exactly.
///
/// Counted in thousandths of a woman-month, so that a month of which a part is flooded, and a
/// centre that turns a share away, split whole numbers: what is split off is rounded to the
/// nearest and the other part is what remains.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "geo/model/settlement.h"

namespace pahunch {

enum class Standing : std::uint8_t {
  kServed,      ///< reached in time, and neither turned away nor kept waiting too long
  kFull,        ///< reachable in time, but turned away or kept waiting
  kOutOfReach,  ///< farther than the limit on dry roads too, no centre open, or an hour without
                ///< service
  kCutOff,      ///< would be reached in time but for floods and closures, of the year or the season
  kOffNetwork,  ///< in any weather
};
inline constexpr std::size_t kNStandings = 5;
/// "served", "full", "out of reach", "cut off", "off the network"
std::string_view to_string(Standing standing);

inline constexpr std::int64_t kWomanMonth = 1000;  ///< of one woman
inline constexpr std::int64_t kMonthsInYear = 12;

struct Ledger {
  std::array<std::int64_t, kNStandings> thousandths{};

  [[nodiscard]] std::int64_t& operator[](Standing standing) {
    return thousandths[static_cast<std::size_t>(standing)];
  }
  [[nodiscard]] std::int64_t operator[](Standing standing) const {
    return thousandths[static_cast<std::size_t>(standing)];
  }
  [[nodiscard]] std::int64_t total() const;
  /// Women, on average over the year.
  [[nodiscard]] double women(Standing standing) const {
    return static_cast<double>((*this)[standing]) / (kWomanMonth * kMonthsInYear);
  }
  Ledger& operator+=(const Ledger& other);
  friend bool operator==(const Ledger&, const Ledger&) = default;
};

/// The part of a whole that a share makes, to the nearest. Precondition: 0 <= share <= 1.
std::int64_t split_off(std::int64_t whole, double share);

}  // namespace pahunch
