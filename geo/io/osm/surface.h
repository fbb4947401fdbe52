/// \file
/// What a road is made of: "paved", "gravel", "unpaved", or "" where nothing is said.
///
/// `surface` is sorted into the three; where it is missing, `tracktype` speaks (grade1 paved,
/// grade2 gravel, grade3 to 5 unpaved). `smoothness` makes it worse, never better: bad counts as
/// gravel, very_bad and below as unpaved; `impassable` closes the road to every vehicle.
#pragma once

#include <string_view>

#include "geo/io/osm/tags.h"

namespace pahunch::osm {

struct SurfaceState {
  std::string_view word;  ///< of static storage
  bool passable = true;   ///< by vehicles
};

SurfaceState find_surface(const Tags& tags, TagReport& report);

}  // namespace pahunch::osm
