/// \file
/// `maxspeed` in km/h, and `duration` in seconds.
///
/// A limit caps the speed that a profile has for the road; it is not a speed by itself. Units:
/// km/h (none or written), mph, knots. Of several values, and of `maxspeed:forward` and
/// `:backward`, the lowest counts. Words: `none` and `signals` no limit, `walk` 5 km/h, and
/// `CC:kind` by the country's general limits where they are known (India: 70 in towns and outside,
/// 100 on dual carriageways, 120 on expressways, Motor Vehicles Act notification S.O. 1522(E) of
/// 2018), else 50 in towns, 90 outside, 110 on trunk roads, 130 on motorways.
#pragma once

#include <optional>
#include <string_view>

#include "geo/io/osm/tags.h"

namespace pahunch::osm {

std::optional<double> find_speed_limit_km_h(const Tags& tags, TagReport& report);

/// "MM", "HH:MM", "HH:MM:SS" or ISO 8601 "PT1H30M"; none where absent or not understood (reported).
std::optional<double> find_duration_s(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
