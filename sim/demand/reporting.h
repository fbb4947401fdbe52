/// \file
/// How much of the need reaches a centre, by travel time: exp(-decay hours), 1 next door.
///
/// "Need" is what would be registered at a centre next door; who would tell nobody anywhere is no
/// part of it, as no figure of cases can show it. Who cannot travel at all reports nothing.
#pragma once

#include "geo/base/travel_time.h"

namespace pahunch {

class Reporting {
 public:
  /// Of the share an hour away over that next door. Precondition: 0 < share <= 1.
  explicit Reporting(double share_at_hour);

  /// The share of need that is reported, 0 to 1.
  [[nodiscard]] double share(TravelTime time) const;

 private:
  double decay_per_ms_;
};

}  // namespace pahunch
