/// \file
/// The areas of the weekly review by name, in the order of its tables: all centres together, the
/// districts, the centres.
#pragma once

#include <string>
#include <vector>

#include "sim/monte_carlo/week_figures.h"

namespace pahunch {

struct WeekAreaName {
  WeekAreaIdx at;
  std::string level;  ///< "all", "district", "centre"
  std::string id;     ///< "" of all
  std::string name;   ///< of all: the region
};

std::vector<WeekAreaName> name_week_areas(const Dataset& dataset);

}  // namespace pahunch
