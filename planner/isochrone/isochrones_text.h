/// \file
/// Isochrones in words for a terminal.
#pragma once

#include <string>
#include <vector>

#include "planner/console.h"
#include "planner/isochrone/draw_isochrones.h"

namespace pahunch {

/// Of all settlements, in the scenario's population.
Persons count_all_women(const Study& study);

/// Isochrones know no districts: says so where the scenario counts centres of her own one only.
void warn_of_any_district(const Scenario& scenario, Console& console);

/// One sentence: how many women are on the wrong side where they are most.
std::string wrong_side_text(const std::vector<SetIsochrones>& sets, Persons women_in_all);

/// A line a set and limit, and that sentence.
std::string isochrones_text(const std::vector<SetIsochrones>& sets, Persons women_in_all);

/// A line a set and limit.
std::string reached_roads_text(const std::vector<SetRoads>& sets,
                               const std::vector<double>& limits_min);

}  // namespace pahunch
