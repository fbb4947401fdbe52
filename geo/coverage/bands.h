/// \file
/// Bands of travel time: 0-30, 30-60, … minutes, limits inclusive, and an open last one.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/base/travel_time.h"

namespace pahunch {

class Bands {
 public:
  /// Upper limits in minutes. Throws ConfigError unless there is at least one and they are positive
  /// and ascend, also after rounding to milliseconds.
  static Bands from_minutes(std::span<const double> limits_min);

  /// Bands with a limit, plus the open last one ("beyond"). At least 2.
  [[nodiscard]] std::size_t n_bands() const { return limits_.size() + 1; }
  [[nodiscard]] std::size_t n_limits() const { return limits_.size(); }
  [[nodiscard]] TravelTime limit(std::size_t band) const { return limits_[band]; }
  [[nodiscard]] TravelTime largest() const { return limits_.back(); }
  [[nodiscard]] const std::vector<double>& limits_min() const { return limits_min_; }
  /// The first band whose limit is not below the time. Precondition: reachable.
  [[nodiscard]] std::size_t band_of(TravelTime time) const;

 private:
  std::vector<double> limits_min_;
  std::vector<TravelTime> limits_;
};

}  // namespace pahunch
