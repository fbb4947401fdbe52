#include "geo/io/table.h"

#include <catch2/catch.hpp>
#include <limits>

#include "geo/base/error.h"
#include "tests/geo/io/written_files.h"

namespace pahunch {
namespace {

using Catch::Contains;
using test::two_settlements;

TEST_CASE("A sound table passes") { CHECK_NOTHROW(require_sound(two_settlements())); }

TEST_CASE("A table without a name is refused") {
  Table table = two_settlements();
  table.name.clear();
  CHECK_THROWS_WITH(require_sound(table), Contains("a table has no name"));
}

TEST_CASE("A column without a name, with another's or a reserved one is refused") {
  Table table = two_settlements();
  table.columns[0].name = "";
  CHECK_THROWS_WITH(require_sound(table), Contains("a column has no name"));
  table.columns[0].name = "women";
  CHECK_THROWS_WITH(require_sound(table), Contains("column name women is repeated or reserved"));
  for (const char* reserved : {"fid", "geom"}) {
    table.columns[0].name = reserved;
    CHECK_THROWS_AS(require_sound(table), InvariantError);
  }
}

TEST_CASE("A row of the wrong length is refused") {
  Table table = two_settlements();
  table.rows[1].pop_back();
  CHECK_THROWS_WITH(require_sound(table),
                    Contains("row 2 has 3 cells for 4 columns") && Contains("table settlements"));
}

TEST_CASE("A cell of another type than its column's is refused") {
  Table table = two_settlements();
  table.rows[0][1] = 12.5;
  CHECK_THROWS_WITH(require_sound(table), Contains("row 1, column women"));
  table = two_settlements();
  table.rows[0][0] = std::int64_t{1};
  CHECK_THROWS_WITH(require_sound(table), Contains("row 1, column id"));
}

TEST_CASE("No table holds a number that is not finite") {
  Table table = two_settlements();
  table.rows[1][2] = std::numeric_limits<double>::infinity();
  CHECK_THROWS_WITH(require_sound(table), Contains("row 2, column min_plan"));
}

TEST_CASE("A geometry of another type, or an invalid one, is refused") {
  Table table = two_settlements();
  table.geometry[1] = Polyline{{0, 0}, {1, 1}};
  CHECK_THROWS_WITH(require_sound(table), Contains("row 2: the geometry is not of"));
  table.geometry[1] = Xy{};
  CHECK_THROWS_WITH(require_sound(table), Contains("row 2: the geometry is not of"));
}

TEST_CASE("A line needs two points and a ring an end where it began") {
  Table lines{.name = "lines", .columns = {}, .rows = {{}}};
  lines.geometry_type = GeometryType::kLine;
  lines.geometry = {Polyline{{0, 0}}};
  CHECK_THROWS_AS(require_sound(lines), InvariantError);
  lines.geometry = {Polyline{{0, 0}, {1, 0}}};
  CHECK_NOTHROW(require_sound(lines));

  Ring open = test::square(0, 0, 10);
  open.pop_back();
  CHECK_THROWS_AS(require_sound(test::areas_of({{{open, {}}}})), InvariantError);
  CHECK_NOTHROW(require_sound(test::areas_of({{{test::square(0, 0, 10), {}}}})));
}

TEST_CASE("A row may have no geometry, but its place must be kept") {
  Table table = two_settlements();
  table.geometry[1] = std::monostate{};
  CHECK_NOTHROW(require_sound(table));
  table.geometry.pop_back();
  CHECK_THROWS_WITH(require_sound(table), Contains("1 geometries, expected 2"));
  table.geometry_type = GeometryType::kNone;
  CHECK_THROWS_WITH(require_sound(table), Contains("1 geometries, expected 0"));
}

TEST_CASE("At most twelve columns are meant for GeoJSON") {
  Table table{.name = "wide"};
  for (int i = 0; i < 13; ++i) table.columns.push_back({.name = "c" + std::to_string(i)});
  CHECK_NOTHROW(require_sound(table));  // a table without geometry has no GeoJSON
  table.geometry_type = GeometryType::kPoint;
  CHECK_THROWS_WITH(require_sound(table), Contains("13 columns") && Contains("at most 12"));
  table.columns[12].in_geojson = false;
  CHECK_NOTHROW(require_sound(table));
}

}  // namespace
}  // namespace pahunch
