/// \file
/// The roads as a map below the results.
#pragma once

#include "geo/io/table.h"
#include "geo/model/road.h"

namespace pahunch {

/// "roads": a row a line, with class, name, and what the monsoon closes.
Table make_roads_table(const RoadLayer& roads);

}  // namespace pahunch
