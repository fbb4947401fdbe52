#include "geo/io/count_rows.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

TEST_CASE("Rows are counted in CSV, GeoJSON and GeoPackage files") {
  CHECK(has_rows("settlements.csv"));
  CHECK(has_rows("settlements.geojson"));
  CHECK(has_rows("pahunch.gpkg"));
  CHECK_FALSE(has_rows("summary.md"));
  CHECK_FALSE(has_rows("settlements.qml"));
}

TEST_CASE("The header of a CSV file is not a row, even where it looks like one") {
  const test::TempDir folder;
  CHECK(count_rows(folder.write("a.csv", "id,name\n1,a\n2,b\n")) == 2);
  CHECK(count_rows(folder.write("b.csv", "30,60\n1,2\n")) == 1);
  CHECK(count_rows(folder.write("c.csv", "id,name\n")) == 0);
}

TEST_CASE("A quoted line end does not make a row") {
  const test::TempDir folder;
  CHECK(count_rows(folder.write("a.csv", "id,name\n1,\"a\nb\"\n2,c\n")) == 2);
}

TEST_CASE("A row of one empty cell is a row") {
  const test::TempDir folder;
  CHECK(count_rows(folder.write("a.csv", "name\n\"\"\nx\n")) == 2);
}

TEST_CASE("A damaged file is an error that names it") {
  const test::TempDir folder;
  const auto geojson =
      folder.write("cut.geojson", R"({"type": "FeatureCollection", "features": [{)");
  CHECK_THROWS_AS(count_rows(geojson), DataError);
  CHECK_THROWS_WITH(count_rows(geojson), Catch::Contains("cannot read back cut.geojson: "));
  CHECK_THROWS_AS(count_rows(folder.write("cut.gpkg", "SQLite format 3")), DataError);
}

TEST_CASE("A CSV file that ends in the middle of a row is an error") {
  const test::TempDir folder;
  for (const char* content : {"id,name\n1,a\n2", "id,name\n1,\"a\n", ""}) {
    CHECK_THROWS_WITH(count_rows(folder.write("a.csv", content)),
                      Catch::Contains("cannot read back a.csv: it ends in the middle of a row"));
  }
}

TEST_CASE("A missing file is an error") {
  CHECK_THROWS_WITH(count_rows("/no/such.csv"),
                    Catch::Contains("cannot read back such.csv: it cannot be opened"));
  CHECK_THROWS_WITH(count_rows("/no/such.gpkg"), Catch::Contains("cannot read back such.gpkg: "));
}

}  // namespace
}  // namespace pahunch
