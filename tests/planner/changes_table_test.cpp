#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"
#include "planner/compare/compare_runs.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr const char* kHeader =
    "id,name,district,subdivision,block,women,rural_women,lon,lat,min_baseline,min_plan,band_"
    "baseline,"
    "band_plan,centre_baseline,centre_plan\n";

RunRows set_rows(const std::string& body, const std::string& set = "plan") {
  std::istringstream in(kHeader + body);
  return read_run_rows(in, "r/settlements.csv", set);
}

RunRow row_with(std::optional<double> minutes) {
  RunRow row;
  row.minutes = minutes;
  return row;
}

/// The change of one settlement between two times.
RowChange change(std::optional<double> before, std::optional<double> after) {
  return compare_rows({{"a", row_with(before)}}, {{"a", row_with(after)}}).at(0).change;
}

}  // namespace

TEST_CASE("the rows of a run are read with the minutes of one of its sets") {
  const std::string body = "S1,\"Gaon, Ek\",D,S,B,10,4,85.5,25.25,40.00,,,,,\n";
  const RunRow plan = set_rows(body).at("S1");
  CHECK(plan.name == "Gaon, Ek");
  CHECK(plan.women == 10);
  CHECK(plan.rural_women == 4);
  CHECK(plan.at.lon == Approx(85.5));
  CHECK(plan.at.lat == Approx(25.25));
  CHECK_FALSE(plan.minutes);
  CHECK(set_rows(body, "baseline").at("S1").minutes == Approx(40));
}

TEST_CASE("a cell that is no number is named with file, line and column") {
  CHECK_THROWS_WITH(set_rows("S1,A,D,S,B,many,4,85,25,40,30,,,,\n"),
                    Contains("'many' in column 'women' is not a number") &&
                        Contains("r/settlements.csv, line 2"));
  CHECK_THROWS_AS(set_rows("S1,A,D,S,B,1,1,85,25,40,soon,,,,\n"), DataError);
}

TEST_CASE("times that differ by less than a thousandth of a minute are the same") {
  CHECK(change(30, 30.0009) == RowChange::kSame);
  CHECK(change(30, 30.002) == RowChange::kSlower);
  CHECK(change(30, 29.998) == RowChange::kFaster);
  CHECK(change(std::nullopt, std::nullopt) == RowChange::kSame);
  CHECK(change(std::nullopt, 5) == RowChange::kWayFound);
  CHECK(change(5, std::nullopt) == RowChange::kWayLost);
}

TEST_CASE("the table of changes has both times, and those of the second run's women") {
  const RunRows before =
      set_rows("a,A,D,S,B,10,5,85,25,0,30.00,,,,\nb,B,D,S,B,7,7,85,25,0,9.00,,,,\n");
  const RunRows after = set_rows("a,A,D,S,B,12,5,85,25,0,45.00,,,,\nc,C,D,S,B,3,0,85,25,0,,,,,\n");
  const Table table = make_changes_table(compare_rows(before, after), Projection("EPSG:32645"));
  CHECK_NOTHROW(require_sound(table));
  CHECK(texts(table, "id") == Texts{"a", "b", "c"});
  CHECK(texts(table, "change") ==
        Texts{"slower", "only in the first run", "only in the second run"});
  CHECK(counts(table, "women") == Counts{12, 7, 3});
  CHECK(cells<double>(table, "min_before") ==
        std::vector<std::optional<double>>{30, 9, std::nullopt});
  CHECK(cells<double>(table, "min_after") ==
        std::vector<std::optional<double>>{45, std::nullopt, std::nullopt});
}

TEST_CASE("no rows and no limits compare as nothing") {
  CHECK(compare_rows({}, {}).empty());
  CHECK(compare_limits({}, {}, {}).empty());
  const auto limits = compare_limits({}, {}, {30});
  REQUIRE(limits.size() == 1);
  CHECK(limits[0].before == 0);
  CHECK(limits[0].after == 0);
}
