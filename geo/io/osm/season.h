/// \file
/// Roads that the monsoon closes, and conditional values.
///
/// Closed in the monsoon: a `ford` (also as a node of the way), `bridge=low_water_crossing`,
/// `seasonal=yes|dry_season|winter|spring`, winter and ice roads, and `KEY:conditional=no @
/// (MONTHS)` for the keys access, vehicle and motor_vehicle when the months cover June to
/// September. Every other conditional value is reported and its unconditional value holds.
#pragma once

#include "geo/io/osm/tags.h"

namespace pahunch::osm {

bool is_closed_in_monsoon(const Tags& tags, TagReport& report);

/// True for any value of `ford` but "no".
bool is_ford(const Tags& tags);

/// Whether a condition such as "Jun-Sep" or "May-Jul, Aug - Oct" names the whole of June to
/// September and nothing but months.
bool covers_monsoon(std::string_view condition);

}  // namespace pahunch::osm
