#include "planner/compare/compare_runs.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"

using namespace pahunch;

namespace {

RunRows rows(const std::string& body) {
  std::istringstream in("id,name,district,block,women,rural_women,lon,lat,min_plan\n" + body);
  return read_run_rows(in, "settlements.csv", "plan");
}

const RunRows kBefore = rows(
    "a,A,D,B,10,5,85,25,30.00\nb,B,D,B,20,10,85,25,60.00\nc,C,D,B,1,1,85,25,\nd,D,D,B,7,0,85,25,"
    "9\n");
const RunRows kAfter = rows(
    "a,A,D,B,10,5,85,25,30.00\nb,B,D,B,20,10,85,25,\nc,C,D,B,1,1,85,25,60.00\ne,E,D,B,4,4,85,25,"
    "1\n");

}  // namespace

TEST_CASE("each settlement of either run has one word for its change") {
  const auto compared = compare_rows(kBefore, kAfter);
  REQUIRE(compared.size() == 5);
  CHECK(compared[0].change == RowChange::kSame);
  CHECK(compared[1].change == RowChange::kWayLost);
  CHECK(compared[2].change == RowChange::kWayFound);
  CHECK(compared[3].change == RowChange::kOnlyFirst);
  CHECK(compared[4].change == RowChange::kOnlySecond);
}

TEST_CASE("women are counted within inclusive limits") {
  const auto limits = compare_limits(kBefore, kAfter, {30, 60});
  CHECK(limits[0].before == 17);
  CHECK(limits[1].before == 37);
  CHECK(limits[1].after == 15);
  CHECK(limits[1].rural_before == 15);
}

TEST_CASE("the table of changes leaves out what is the same") {
  const Table table = make_changes_table(compare_rows(kBefore, kAfter), Projection("EPSG:32645"));
  CHECK(table.rows.size() == 4);
  CHECK(table.geometry.size() == 4);
}

TEST_CASE("a table without the set is refused") {
  std::istringstream in("id,name,district,block,women,rural_women,lon,lat,min_plan\n");
  CHECK_THROWS_WITH(read_run_rows(in, "s.csv", "pln"), Catch::Contains("did you mean 'min_plan'?"));
}
