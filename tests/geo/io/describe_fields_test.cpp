#include "geo/io/describe_fields.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/io/write_table.h"
#include "tests/geo/io/written_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

TEST_CASE("The dictionary lists each column with file, type, unit and meaning") {
  const Table settlements = test::two_settlements();
  const Table plain{.name = "plain", .columns = {{.name = "x", .meaning = "a thing"}}};
  const std::vector<DescribedTable> tables = {{&settlements, "settlements.csv"},
                                              {&plain, "maps.gpkg:plain"}};
  const test::TempDir folder;
  write_csv(describe_fields(tables), folder.path() / "fields.csv");
  CHECK(test::read_text(folder.path() / "fields.csv") ==
        "file,column,type,unit,meaning,in_geojson\n"
        "settlements.csv,id,text,,id,yes\n"
        "settlements.csv,women,integer,,women,yes\n"
        "settlements.csv,min_plan,real,min,minutes,yes\n"
        "settlements.csv,note,text,,a note,no\n"
        "maps.gpkg:plain,x,text,,a thing,no\n");
}

TEST_CASE("A column without a meaning is an error") {
  const Table bare{.name = "bare", .columns = {{.name = "x"}}};
  const std::vector<DescribedTable> tables = {{&bare, "bare.csv"}};
  CHECK_THROWS_AS(describe_fields(tables), InvariantError);
  CHECK_THROWS_WITH(describe_fields(tables),
                    Catch::Contains("column x has no meaning") && Catch::Contains("table bare"));
}

}  // namespace
}  // namespace pahunch
