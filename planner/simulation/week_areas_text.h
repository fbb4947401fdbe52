/// \file
/// The areas of the weekly review by name, in the order of its tables: all centres together, the
/// districts, the centres.
#pragma once

#include <string>
#include <vector>

#include "planner/tables/table_spec.h"
#include "sim/monte_carlo/week_figures.h"

namespace pahunch {

struct WeekAreaName {
  WeekAreaIdx at;
  std::string level;  ///< "all", "district", "centre"
  std::string id;     ///< "" of all
  std::string name;   ///< of all: the region
};

std::vector<WeekAreaName> name_week_areas(const Dataset& dataset);

/// "level", "id" and "name" of a row that has an `area`.
template <class Row>
void add_area_columns(TableSpec<Row>& spec) {
  spec.add(text_column("level", "all, district (its centres together) or centre"),
           [](const Row& row) { return Cell(row.area.level); });
  spec.add(text_column("id", "of the district or the centre in the dataset"),
           [](const Row& row) { return Cell(row.area.id); });
  spec.add(text_column("name", "of the district or the centre"),
           [](const Row& row) { return Cell(row.area.name); });
}

}  // namespace pahunch
