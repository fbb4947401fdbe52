#include "geo/coverage/bands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "geo/base/error.h"

namespace pahunch {

namespace {

ConfigError bad_limit(const std::string& what) {
  return ConfigError({.what = what,
                      .where = "travel.bands_min",
                      .why = "each band ends where the next begins",
                      .hint = "give positive minutes in ascending order, e.g. [30, 60, 90, 120]"});
}

}  // namespace

Bands Bands::from_minutes(std::span<const double> limits_min) {
  if (limits_min.empty()) throw bad_limit("no band has a limit");
  Bands bands;
  for (const double limit_min : limits_min) {
    if (!std::isfinite(limit_min) || limit_min <= 0) {
      throw bad_limit(fmt::format("a band cannot end at {} minutes", limit_min));
    }
    const TravelTime limit = TravelTime::from_minutes(limit_min);
    if (!limit.reachable()) {
      throw bad_limit(fmt::format("a band that ends at {} minutes is too long", limit_min));
    }
    if (!bands.limits_.empty() && limit <= bands.limits_.back()) {
      throw bad_limit(fmt::format("the band limit of {} minutes does not come after {}", limit_min,
                                  bands.limits_min_.back()));
    }
    bands.limits_.push_back(limit);
    bands.limits_min_.push_back(limit_min);
  }
  return bands;
}

std::size_t Bands::band_of(TravelTime time) const {
  assert(time.reachable());
  const auto at = std::lower_bound(limits_.begin(), limits_.end(), time);
  return static_cast<std::size_t>(at - limits_.begin());
}

}  // namespace pahunch
