#include "sim/demand/reporting.h"

#include <cassert>

#include "sim/random/portable_math.h"

namespace pahunch {

Reporting::Reporting(double share_at_hour)
    : decay_per_ms_(-portable::log(share_at_hour) / 3'600'000.0) {
  assert(share_at_hour > 0 && share_at_hour <= 1);
}

double Reporting::share(TravelTime time) const {
  return time.reachable() ? portable::exp(-decay_per_ms_ * time.ms()) : 0.0;
}

}  // namespace pahunch
