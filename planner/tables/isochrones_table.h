/// \file
/// Isochrones as tables: areas, a row a set and limit; roads, a row a part of a link.
///
/// A column a set ("within_plan") names the limit in the rows of that set and is empty in the
/// others, so that a style shows one set at a time.
#pragma once

#include "geo/io/table.h"
#include "planner/isochrone/draw_isochrones.h"

namespace pahunch {

/// "isochrones": by set, the largest limit first, so that smaller areas are drawn upon larger ones.
Table make_isochrones_table(const Study& study, const std::vector<SetIsochrones>& sets);

/// "isochrone_lines": by set and link; each part with the first limit that reaches it.
Table make_isochrone_lines_table(const Study& study, const std::vector<SetRoads>& sets,
                                 const std::vector<double>& limits_min);

/// The column of a set that names the limit.
std::string within_column(const std::string& set);

}  // namespace pahunch
