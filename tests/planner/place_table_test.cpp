#include "planner/matrix/place_table.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Contains;

namespace {

PlaceTable read(const std::string& csv) {
  static const Projection projection("EPSG:32645");
  std::istringstream in(csv);
  return read_places(in, "p.csv", projection);
}

}  // namespace

TEST_CASE("places are read in their order, with columns in any order") {
  const PlaceTable table = read("lat,name,lon,id\n25.5,Patna,85.1,P\n25.4,Gaya,85.2,G\n");
  CHECK(table.ids == std::vector<std::string>{"P", "G"});
  REQUIRE(table.points.size() == 2);
  CHECK(table.points[0].y_m > table.points[1].y_m);
  CHECK(table.points[0].x_m < table.points[1].x_m);
}

TEST_CASE("the central meridian of the zone is at 500 km") {
  CHECK(read("id,lon,lat\na,87,25.5\n").points[0].x_m == Approx(500000));
}

TEST_CASE("a place without a number, off the earth or far from the zone is refused") {
  CHECK_THROWS_AS(read("id,lon,lat\na,east,25.5\n"), DataError);
  CHECK_THROWS_WITH(read("id,lon,lat\na,85.1,95\n"),
                    Contains("is no place of the working CRS EPSG:32645") &&
                        Contains("p.csv, line 2") && Contains("swapped"));
  CHECK_THROWS_AS(read("id,lon,lat\na,181,25\n"), DataError);
}

TEST_CASE("an id that is there twice is refused with the line of the second") {
  CHECK_THROWS_WITH(read("id,lon,lat\na,85,25\nb,85,25\na,85,26\n"),
                    Contains("the id 'a' is there twice") && Contains("line 4"));
}

TEST_CASE("a table of places needs rows and its three columns") {
  CHECK_THROWS_WITH(read("id,lon,lat\n"), Contains("the table has no rows"));
  CHECK_THROWS_WITH(read("id,long,lat\na,85,25\n"),
                    Contains("lon") && Contains("did you mean 'long'?"));
}
