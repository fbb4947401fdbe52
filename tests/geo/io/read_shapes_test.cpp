#include "geo/io/read_shapes.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Contains;

namespace {

std::string list_of(const std::string& geometries) {
  return R"({"type":"FeatureCollection","features":[)" + geometries + "]}";
}

std::string shape_of(const std::string& type, const std::string& coordinates) {
  return R"({"type":"Feature","properties":{},"geometry":{"type":")" + type +
         R"(","coordinates":)" + coordinates + "}}";
}

FileShapes read_json(const std::string& content) {
  const test::TempDir folder;
  return read_shapes(folder.write("s.geojson", content), Projection("EPSG:32645"));
}

}  // namespace

TEST_CASE("lines and polygons of a file come out in the working CRS") {
  const FileShapes shapes =
      read_json(list_of(shape_of("LineString", "[[85,25],[85.1,25]]") + "," +
                        shape_of("MultiLineString", "[[[85,25],[85.1,25]],[[86,25],[86.1,25]]]") +
                        "," + shape_of("Polygon", "[[[85,25],[85.1,25],[85.1,25.1],[85,25]]]")));
  CHECK(shapes.lines.size() == 3);
  REQUIRE(shapes.polygons.size() == 1);
  CHECK(shapes.polygons[0].outer.size() == 4);
  CHECK(shapes.lines[0][0] == Projection("EPSG:32645").to_xy(LonLat{85, 25}));
}

TEST_CASE("files of points, of nothing, and files that are not there are refused") {
  CHECK_THROWS_WITH(read_json(list_of(shape_of("Point", "[85,25]"))),
                    Contains("lines or polygons"));
  CHECK_THROWS_WITH(read_json(list_of(shape_of("LineString", "[[85,25],[85.1,25]]") + "," +
                                      shape_of("Point", "[85,25]"))),
                    Contains("neither a line nor a polygon") && Contains("feature 1"));
  CHECK_THROWS_AS(read_json(list_of("")), DataError);
  CHECK_THROWS_AS(read_shapes("/nowhere/s.geojson", Projection("EPSG:32645")), DataError);
}
