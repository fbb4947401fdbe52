// The map of roads that a flood may close.

#include "planner/simulation/closures_table.h"

#include <catch2/catch.hpp>

#include "tests/planner/flooded_study.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a stretch of road that floods close has its chance, its month and its line") {
  const FloodedStudy made;
  const Table table = make_flood_closures_table(made.study);
  REQUIRE(!table.rows.empty());
  REQUIRE(table.geometry.size() == table.rows.size());
  for (const auto& p : cells<double>(table, "p_closed")) CHECK((p >= 0.01 && p <= 1));
  for (const auto& month : texts(table, "month")) CHECK(month.has_value());
  for (const auto& modelled : counts(table, "modelled")) CHECK(modelled == 1);
  for (const Geometry& line : table.geometry) CHECK(std::get<Polyline>(line).size() >= 2);
}
