#include "geo/io/osm/area_mask.h"

#include <catch2/catch.hpp>
#include <random>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Matchers::Contains;
using osm::AreaMask;

TEST_CASE("places inside the rings and outside the holes are in the area") {
  const AreaMask mask(
      {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}}});
  CHECK(mask.contains({1, 1}));
  CHECK_FALSE(mask.contains({5, 5}));
  CHECK(mask.contains({9.9, 5}));
  CHECK_FALSE(mask.contains({10.1, 5}));
  CHECK_FALSE(mask.contains({5, -1}));
  CHECK_FALSE(mask.contains({5, 11}));
  CHECK_FALSE(AreaMask({}).contains({0, 0}));
}

TEST_CASE("the bands answer as all edges together would") {
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> unit(0, 1);
  std::vector<LonLat> star;
  for (int i = 0; i < 500; ++i) {
    const double angle = i * 2 * 3.141592653589793 / 500, radius = 1 + unit(random);
    star.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  star.push_back(star.front());
  const AreaMask mask({star});
  for (int i = 0; i < 5000; ++i) {
    const LonLat at{4 * unit(random) - 2, 4 * unit(random) - 2};
    bool inside = false;
    for (std::size_t e = 1; e < star.size(); ++e) {
      const LonLat a = star[e - 1], b = star[e];
      if ((a.lat > at.lat) != (b.lat > at.lat) &&
          at.lon < a.lon + (at.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) {
        inside = !inside;
      }
    }
    REQUIRE(mask.contains(at) == inside);
  }
}

TEST_CASE("the study area is the union of the polygons of a layer, grown by the margin") {
  const test::TempDir folder;
  const auto file = folder.write("area.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[85,25],[85.1,25],[85.1,25.1],[85,25.1],[85,25]]]}},
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
      [[[85.05,25],[85.2,25],[85.2,25.1],[85.05,25.1],[85.05,25]]]}}]})");
  const auto exact = osm::read_area_mask(file, "", 0);
  CHECK(exact.contains({85.07, 25.05}));  // in both, and not cancelled
  CHECK_FALSE(exact.contains({84.99, 25.05}));
  const auto grown = osm::read_area_mask(file, "", 2);
  CHECK(grown.contains({84.985, 25.05}));        // 1.5 km west
  CHECK_FALSE(grown.contains({84.975, 25.05}));  // 2.5 km west
}

TEST_CASE("a study area without polygons is refused") {
  const test::TempDir folder;
  const auto file = folder.write("area.geojson", R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[85,25]}}]})");
  CHECK_THROWS_WITH(osm::read_area_mask(file, "", 0), Contains("needs polygons"));
  CHECK_THROWS_AS(osm::read_area_mask(folder.path() / "none.gpkg", "", 0), DataError);
}
