#include "geo/io/projection.h"

#include <catch2/catch.hpp>
#include <thread>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {
constexpr LonLat kPatna{85.1376, 25.5941};
constexpr LonLat kGaya{85.0002, 24.7955};
}  // namespace

TEST_CASE("a point on the central meridian of its zone has easting 500 km") {
  const Projection utm("EPSG:32645");
  const Xy xy = utm.to_xy({87.0, 0.0});
  CHECK(xy.x_m == Approx(500000.0));
  CHECK(xy.y_m == Approx(0.0).margin(1e-6));
}

TEST_CASE("degrees come back from metres") {
  const Projection utm("EPSG:32645");
  const LonLat back = utm.to_lon_lat(utm.to_xy(kPatna));
  CHECK(back.lon == Approx(kPatna.lon).epsilon(1e-12));
  CHECK(back.lat == Approx(kPatna.lat).epsilon(1e-12));
}

TEST_CASE("longitude comes first even where the CRS says northing first") {
  const Projection gauss_krueger("EPSG:31466");  // northing, easting
  const Xy xy = gauss_krueger.to_xy({6.0, 51.0});
  CHECK(xy.x_m == Approx(2500000.0).margin(200));
  CHECK(xy.y_m == Approx(5652000.0).margin(2000));
}

TEST_CASE("many points are projected as one is") {
  const Projection utm("EPSG:32645");
  const std::vector points{kPatna, kGaya};
  const auto all = utm.to_xy(points);
  CHECK(all == std::vector{utm.to_xy(kPatna), utm.to_xy(kGaya)});
  CHECK(utm.to_lon_lat(all).size() == 2);
}

TEST_CASE("ground distance is geodesic, not planar") {
  const Projection utm("EPSG:32645");
  const Xy a = utm.to_xy(kPatna), b = utm.to_xy(kGaya);
  CHECK(utm.distance_m(a, b) == Approx(geodesic_distance_m(kPatna, kGaya)).margin(1e-6));
  CHECK(std::fabs(utm.distance_m(a, b) - planar_distance_m(a, b)) > 1.0);
}

TEST_CASE("one degree of the equator and of a meridian have their known lengths") {
  CHECK(geodesic_distance_m({0, 0}, {1, 0}) == Approx(111319.4908).margin(1e-3));
  CHECK(geodesic_distance_m({0, 0}, {0, 1}) == Approx(110574.3886).margin(1e-3));
}

TEST_CASE("a line has one length fewer than points") {
  const std::vector<LonLat> line{{0, 0}, {1, 0}, {1, 1}};
  const auto lengths_m = get_segment_lengths_m(line);
  REQUIRE(lengths_m.size() == 2);
  CHECK(lengths_m[0] == geodesic_distance_m(line[0], line[1]));
  CHECK(get_segment_lengths_m({}).empty());
}

TEST_CASE("area is on the ground, without the holes, whatever way the rings turn") {
  const Projection utm("EPSG:32645");
  const auto square = [&](double side_m) {
    return Ring{{500000, 0},
                {500000 + side_m, 0},
                {500000 + side_m, side_m},
                {500000, side_m},
                {500000, 0}};
  };
  const double grid_scale = 0.9996;
  const double km2 = 100.0 / (grid_scale * grid_scale);
  CHECK(utm.area_km2({Polygon{square(10000), {}}}) == Approx(km2).epsilon(1e-5));
  Ring hole = square(1000);
  std::reverse(hole.begin(), hole.end());
  CHECK(utm.area_km2({Polygon{square(10000), {hole}}}) == Approx(km2 * 0.99).epsilon(1e-5));
}

TEST_CASE("invalid points stay invalid") {
  const Projection utm("EPSG:32645");
  CHECK_FALSE(utm.to_xy(LonLat{}).valid());
  CHECK_FALSE(utm.to_lon_lat(Xy{}).valid());
  CHECK_FALSE(utm.to_xy({85.0, 95.0}).valid());
}

TEST_CASE("a CRS that is unknown or not in metres is refused with the way out") {
  CHECK_THROWS_AS(Projection("EPSG:999999"), ConfigError);
  CHECK_THROWS_WITH(Projection("EPSG:999999"),
                    Contains("'EPSG:999999' is not known") && Contains("auto"));
  CHECK_THROWS_WITH(Projection("EPSG:4326"), Contains("not a projected CRS in metres"));
  CHECK_THROWS_WITH(Projection("EPSG:2263"), Contains("not a projected CRS in metres"));  // feet
}

TEST_CASE("the UTM zone follows longitude and hemisphere") {
  CHECK(get_utm_crs(kPatna) == "EPSG:32645");
  CHECK(get_utm_crs({-0.1, 51.5}) == "EPSG:32630");
  CHECK(get_utm_crs({18.4, -33.9}) == "EPSG:32734");
  CHECK(get_utm_crs({180.0, 0.0}) == "EPSG:32660");
}

TEST_CASE("several threads may ask one projection") {
  const Projection utm("EPSG:32645");
  const Xy a = utm.to_xy(kPatna), b = utm.to_xy(kGaya);
  const double expected_m = utm.distance_m(a, b);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 500; ++i) wrong[t] += utm.distance_m(a, b) != expected_m;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}
