/// \file
/// Points of interest to a planner: inhabited places and medical facilities.
///
/// Places are `place=city|town|village|hamlet|isolated_dwelling`, with `population` where it is
/// given. Facilities are `amenity=hospital|clinic|doctors|health_post` and
/// `healthcare=hospital|clinic|centre|doctor|health_post`, as nodes or as closed ways (the middle
/// of their bounds).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "geo/io/osm/position.h"
#include "geo/io/osm/tags.h"

namespace pahunch::osm {

enum class PointKind : std::uint8_t { kPlace, kMedical };

struct Point {
  std::string id;  ///< "n123" or "w123"
  PointKind kind = PointKind::kPlace;
  std::string what;  ///< the value that made it one: "village", "hospital"
  std::string name;
  std::optional<std::int64_t> population;
  Position at;
};

/// None when the tags are of neither kind; `id` and `at` are left to the caller.
std::optional<Point> find_point(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
