#include "geo/io/import/population_raster.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Matchers::Contains;
using test::TempDir;

namespace {

/// An ESRI ASCII grid of 3 x 3 pixels of 0.01 degrees (about 1.1 km), with its CRS beside it.
std::filesystem::path write_grid(const TempDir& folder, const std::string& values,
                                 const std::string& crs = "EPSG:4326") {
  const auto file = folder.write("people.asc",
                                 "ncols 3\nnrows 3\nxllcorner 85\nyllcorner 25\ncellsize 0.01\n"
                                 "NODATA_value -9999\n" +
                                     values);
  if (!crs.empty()) {
    folder.write("people.prj",
                 R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,)"
                 R"(298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]])");
  }
  return file;
}

constexpr const char* kPeople = "1 2 3\n4 -9999 6\n7 0 9.4\n";

Persons sum(const RasterPopulation& raster) {
  return std::accumulate(
      raster.places.begin(), raster.places.end(), Persons{0},
      [](Persons total, const RasterPlace& place) { return total + place.persons; });
}

}  // namespace

TEST_CASE("each pixel with people becomes a place at its middle") {
  const TempDir folder;
  const auto raster = read_population_raster(write_grid(folder, kPeople), {.cell_km = 1});
  CHECK(raster.merged == 1);
  CHECK(raster.n_pixels == 9);
  CHECK(raster.n_no_data == 1);
  REQUIRE(raster.places.size() == 7);
  CHECK(raster.places[0].persons == 1);
  CHECK(raster.places[0].at.lon == Approx(85.005));
  CHECK(raster.places[0].at.lat == Approx(25.025));
  CHECK(raster.total == 32);
}

TEST_CASE("merged squares keep every person") {
  const TempDir folder;
  const auto file = write_grid(folder, kPeople);
  for (const double cell_km : {0.1, 1.0, 2.2, 3.3, 1000.0}) {
    const auto raster = read_population_raster(file, {.cell_km = cell_km});
    CHECK(raster.total == 32);  // 32.4
    CHECK(sum(raster) == 32);
  }
  const auto squares = read_population_raster(file, {.cell_km = 2.2});
  CHECK(squares.merged == 2);
  REQUIRE(squares.places.size() == 4);
  CHECK(squares.places[0].persons == 7);  // 1 + 2 + 4
  CHECK(squares.places[0].at.lon == Approx(85 + (0.005 * 1 + 0.015 * 2 + 0.005 * 4) / 7));
}

TEST_CASE("fractions of persons are shared out and not lost") {
  const TempDir folder;
  const auto raster = read_population_raster(
      write_grid(folder, "0.4 0.4 0.4\n0.4 0.4 0.4\n0.4 0.4 0.4\n"), {.cell_km = 1});
  CHECK(raster.total == 4);  // 3.6
  CHECK(sum(raster) == 4);
}

TEST_CASE("people outside the study area are counted and left out") {
  const TempDir folder;
  const osm::AreaMask west(
      {{{84.9, 24.9}, {85.01, 24.9}, {85.01, 25.1}, {84.9, 25.1}, {84.9, 24.9}}});
  const auto raster =
      read_population_raster(write_grid(folder, kPeople), {.cell_km = 1, .area = &west});
  CHECK(raster.total == 12);  // 1 + 4 + 7
  CHECK(raster.n_outside == 4);
}

TEST_CASE("a raster that cannot be placed or believed is refused") {
  const TempDir folder;
  const auto read = [](const std::filesystem::path& file) {
    return read_population_raster(file, {});
  };
  CHECK_THROWS_WITH(read(folder.path() / "none.tif"), Contains("is not there"));
  CHECK_THROWS_AS(read(folder.write("x.tif", "no raster")), DataError);
  CHECK_THROWS_WITH(read(write_grid(folder, kPeople, "")), Contains("has no CRS"));
  CHECK_THROWS_WITH(read(write_grid(folder, "1 2 3\n4 -1 6\n7 0 9\n")),
                    Contains("holds -1 persons in column 1, row 1") && Contains("-a_nodata"));
  CHECK_THROWS_WITH(read(write_grid(folder, "0 0 0\n0 0 0\n0 0 0\n")), Contains("holds nobody"));
}
