// OGR geometry, from WKT, as plain shapes.
#include "geo/io/detail/ogr_shape.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {

SourceShape make_shape(const std::string& wkt, const ToDegrees& to_degrees = {}) {
  OGRGeometry* raw = nullptr;
  REQUIRE(OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &raw) == OGRERR_NONE);
  const std::unique_ptr<OGRGeometry> geometry(raw);
  return make_source_shape(*geometry, to_degrees);
}

OGRSpatialReference make_crs(const std::string& text) {
  OGRSpatialReference crs;
  crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  REQUIRE(crs.SetFromUserInput(text.c_str()) == OGRERR_NONE);
  return crs;
}

}  // namespace

TEST_CASE("points, lines and polygons come out by kind") {
  CHECK(make_shape("POINT (85 25)").points == std::vector<LonLat>{{85, 25}});
  CHECK(make_shape("LINESTRING (0 0, 1 1)").lines == std::vector<LonLatLine>{{{0, 0}, {1, 1}}});
  const auto polygons = make_shape("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))").polygons;
  REQUIRE(polygons.size() == 1);
  CHECK(polygons[0].size() == 2);
  CHECK(polygons[0][1].front() == LonLat{1, 1});
}

TEST_CASE("a collection is taken apart, also one inside another") {
  const auto shape = make_shape(
      "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), "
      "MULTIPOINT (3 4, 5 6)))");
  CHECK(shape.points.size() == 3);
  CHECK(shape.lines.size() == 1);
  CHECK(shape.polygons.empty());
}

TEST_CASE("heights and measures are dropped") {
  CHECK(make_shape("POINT ZM (85 25 9 7)").points == std::vector<LonLat>{{85, 25}});
  CHECK(make_shape("LINESTRING Z (0 0 5, 1 1 5)").lines[0].size() == 2);
}

TEST_CASE("curves are drawn as lines from end to end") {
  const auto arc = make_shape("CIRCULARSTRING (0 0, 1 1, 2 0)").lines;
  REQUIRE(arc.size() == 1);
  CHECK(arc[0].size() > 10);
  CHECK(arc[0].back() == LonLat{2, 0});
  const auto disc = make_shape("CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))");
  REQUIRE(disc.polygons.size() == 1);
  CHECK(disc.polygons[0][0].size() > 20);
}

TEST_CASE("empty geometries, and empty parts of others, give nothing") {
  CHECK(make_shape("POINT EMPTY").empty());
  CHECK(make_shape("MULTIPOLYGON EMPTY").empty());
  CHECK(make_shape("GEOMETRYCOLLECTION (POINT EMPTY, LINESTRING (0 0, 1 1))").points.empty());
}

TEST_CASE("what is no point, line or polygon is told apart from nothing") {
  const auto shape = make_shape("TIN (((0 0, 1 0, 1 1, 0 0)))");
  CHECK(shape.other);
  CHECK_FALSE(shape.empty());
}

TEST_CASE("degrees on WGS 84 are left alone to the last digit") {
  const ToDegrees to_degrees(make_crs("EPSG:4326"), "");
  std::vector<LonLat> points{{85.123456789012345, 25.1}};
  to_degrees.apply(points);
  CHECK(points[0].lon == 85.123456789012345);
}

TEST_CASE("metres become degrees, and what the CRS does not reach becomes invalid") {
  const ToDegrees to_degrees(make_crs("EPSG:32645"), "");
  std::vector<LonLat> points{{500000, 0}, {1e30, 1e30}};
  to_degrees.apply(points);
  CHECK(points[0].lon == Approx(87.0));
  CHECK(points[0].lat == Approx(0.0).margin(1e-9));
  CHECK_FALSE(points[1].valid());
}

TEST_CASE("a CRS of another world is refused, as no way leads from there") {
  const auto moon = make_crs(
      "GEOGCS[\"Moon 2000\",DATUM[\"D_Moon_2000\",SPHEROID[\"Moon_2000_IAU_IAG\",1737400,0]],"
      "PRIMEM[\"Reference_Meridian\",0],UNIT[\"Degree\",0.0174532925199433]]");
  CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
  CHECK_THROWS_AS(ToDegrees(moon, "craters.shp"), DataError);
  CHECK_THROWS_WITH(ToDegrees(moon, "craters.shp"),
                    Contains("no way is known from the CRS 'Moon 2000' to WGS 84") &&
                        Contains("craters.shp") && Contains("EPSG:4326"));
}
