// Plain shapes to GEOS and back.
#include "geo/model/detail/geos.h"

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a polygon with holes comes back as it went") {
  const geos::Context context;
  const auto square = shape("0 0, 10 0, 10 10, 0 10", {"1 1, 2 1, 2 2, 1 2", "4 4, 5 4, 5 5"});
  const auto polygon = geos::make_polygon(context, square.front());
  const auto back = geos::to_multi_polygon(context, polygon.get());
  REQUIRE(back.size() == 1);
  CHECK(back[0].outer == square[0].outer);
  CHECK(back[0].holes == square[0].holes);
}

TEST_CASE("several parts come back in their order") {
  const geos::Context context;
  auto parts = shape("0 0, 1 0, 1 1");
  parts.push_back(shape("5 5, 6 5, 6 6").front());
  const auto geometry = geos::make_multi_polygon(context, parts);
  const auto back = geos::to_multi_polygon(context, geometry.get());
  REQUIRE(back.size() == 2);
  CHECK(back[1].outer == parts[1].outer);
}

TEST_CASE("nothing becomes an empty geometry and nothing again") {
  const geos::Context context;
  const auto empty = geos::make_multi_polygon(context, {});
  CHECK(geos::to_multi_polygon(context, empty.get()).empty());
  CHECK(geos::get_area_m2(context, empty.get()) == 0);
  CHECK_FALSE(geos::get_inner_point(context, empty.get()).valid());
}

TEST_CASE("polygons are taken out of a collection, lines and points are not") {
  const geos::Context context;
  std::vector<GEOSGeometry*> parts{
      geos::make_point(context, {1, 1}).release(),
      geos::make_line(context, line("0 0, 9 9")).release(),
      geos::make_multi_polygon(context, shape("0 0, 4 0, 4 4, 0 4")).release()};
  const auto all = geos::own(
      context, GEOSGeom_createCollection_r(context.get(), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                           static_cast<unsigned>(parts.size())));
  const auto found = geos::to_multi_polygon(context, all.get());
  REQUIRE(found.size() == 1);
  CHECK(found[0].outer == ring("0 0, 4 0, 4 4, 0 4"));
}

TEST_CASE("the area is without the holes") {
  const geos::Context context;
  const auto geometry =
      geos::make_multi_polygon(context, shape("0 0, 10 0, 10 10, 0 10", {"2 2, 4 2, 4 4, 2 4"}));
  CHECK(geos::get_area_m2(context, geometry.get()) == Approx(96));
}

TEST_CASE("a line of one point is a point") {
  const geos::Context context;
  const auto point = geos::make_line(context, line("3 4"));
  CHECK(GEOSGeomTypeId_r(context.get(), point.get()) == GEOS_POINT);
}

TEST_CASE("the envelope of a box is the box") {
  const geos::Context context;
  const auto box = geos::make_box(context, {1, 2, 3, 4});
  double value = 0;
  GEOSGeom_getXMin_r(context.get(), box.get(), &value);
  CHECK(value == 1);
  GEOSGeom_getYMax_r(context.get(), box.get(), &value);
  CHECK(value == 4);
}

TEST_CASE("a prepared shape answers as the shape does") {
  const geos::Context context;
  const auto geometry = geos::make_multi_polygon(context, shape("0 0, 10 0, 10 10, 0 10"));
  const auto prepared = geos::prepare(context, geometry);
  const auto intersects = [&](Xy at) {
    const auto point = geos::make_point(context, at);
    return context.check(GEOSPreparedIntersects_r(context.get(), prepared.get(), point.get()));
  };
  CHECK(intersects({5, 5}));
  CHECK(intersects({10, 5}));
  CHECK_FALSE(intersects({11, 5}));
}

TEST_CASE("what GEOS refuses is thrown in its own words") {
  const geos::Context context;
  const Polygon open{line("0 0, 1 0, 1 1, 0 1"), {}};
  CHECK_THROWS_AS(geos::make_polygon(context, open), geos::GeosError);
  CHECK_THROWS_WITH(geos::make_polygon(context, open), Catch::Matchers::Contains("closed"));
  CHECK_THROWS_AS(context.check(static_cast<GEOSGeometry*>(nullptr)), geos::GeosError);
  CHECK_THROWS_AS(context.check(char{2}), geos::GeosError);
  CHECK(context.check(char{1}));
  CHECK_FALSE(context.check(char{0}));
}
