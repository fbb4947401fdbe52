#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>
#include <memory>

#include "geo/base/error.h"
#include "geo/io/count_rows.h"
#include "geo/io/projection.h"
#include "geo/io/write_table.h"
#include "tests/geo/io/written_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

using Catch::Contains;
using test::kUtm;

/// Writes a table into a folder of its own; `text` is the file.
struct Written {
  explicit Written(const Table& table, const std::string& crs = kUtm) {
    report = write_geojson(table, crs, file());
    text = test::read_text(file());
  }
  [[nodiscard]] std::filesystem::path file() const { return folder.path() / "t.geojson"; }
  /// The shapes as other programs read them.
  [[nodiscard]] std::vector<std::string> shapes() const {
    std::vector<std::string> wkt;
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file().c_str(), GDAL_OF_VECTOR));
    for (const auto& feature : dataset->GetLayer(0)) {
      const OGRGeometry* shape = feature->GetGeometryRef();
      wkt.push_back(shape == nullptr ? "none" : shape->exportToWkt());
      valid = valid && (shape == nullptr || shape->IsValid());
    }
    return wkt;
  }

  test::TempDir folder;
  WriteReport report;
  std::string text;
  mutable bool valid = true;
};

Xy utm(double lon, double lat) {
  static const Projection projection(kUtm);
  return projection.to_xy(LonLat{lon, lat});
}

Ring utm_ring(const std::vector<LonLat>& places) {
  Ring ring;
  for (const LonLat place : places) ring.push_back(utm(place.lon, place.lat));
  ring.push_back(ring.front());
  return ring;
}

TEST_CASE("GeoJSON carries the chosen columns, in order, with null for what is not known") {
  const Written written(test::two_settlements());
  CHECK(written.report.n_rows == 2);
  CHECK(written.report.warnings.empty());
  CHECK_THAT(written.text, Contains(R"({ "id": "a", "women": 120, "min_plan": 30.0 })"));
  CHECK_THAT(written.text, Contains(R"({ "id": "b", "women": 80, "min_plan": null })"));
  CHECK_THAT(written.text, !Contains("note") && !Contains("crs"));
}

TEST_CASE("Places are longitude and latitude with six decimals") {
  Table table = test::two_settlements();
  table.geometry = {utm(85.1234564, 25.6), utm(85.1234566, 25.6543216)};
  const Written written(table);
  CHECK_THAT(written.text, Contains("[ 85.123456, 25.6 ]"));
  CHECK_THAT(written.text, Contains("[ 85.123457, 25.654322 ]"));
}

TEST_CASE("GeoJSON has the same bytes each time") {
  CHECK(Written(test::two_settlements()).text == Written(test::two_settlements()).text);
}

TEST_CASE("GeoJSON reads back with all its rows") {
  CHECK(count_rows(Written(test::two_settlements()).file()) == 2);
}

TEST_CASE("An outer ring goes against the clock, a hole with it") {
  const Ring outer = utm_ring({{85, 25}, {85, 26}, {86, 26}, {86, 25}});
  const Ring hole = utm_ring({{85.4, 25.4}, {85.6, 25.4}, {85.6, 25.6}, {85.4, 25.6}});
  const Written written(test::areas_of({{{outer, {hole}}}}));
  const std::unique_ptr<GDALDataset> dataset(
      GDALDataset::Open(written.file().c_str(), GDAL_OF_VECTOR));
  const OGRFeatureUniquePtr feature(dataset->GetLayer(0)->GetNextFeature());
  const OGRPolygon* polygon = feature->GetGeometryRef()->toPolygon();  // one part
  CHECK(polygon->getExteriorRing()->isClockwise() == FALSE);
  REQUIRE(polygon->getNumInteriorRings() == 1);
  CHECK(polygon->getInteriorRing(0)->isClockwise() == TRUE);
}

TEST_CASE("A valid shape is written as it is") {
  const Written written(test::areas_of({{{utm_ring({{85, 25}, {85, 26}, {86, 26}}), {}}}}));
  CHECK(written.report.n_repaired == 0);
  CHECK(written.shapes().front().starts_with("POLYGON ((85 25,"));
}

TEST_CASE("A shape that crosses itself is repaired and counted") {
  // A bow tie: two triangles that meet in the middle.
  const Ring bow = utm_ring({{85, 25}, {86, 26}, {86, 25}, {85, 26}});
  const Written written(test::areas_of({{{bow, {}}}}));
  CHECK(written.report.n_repaired == 1);
  CHECK(written.report.n_emptied == 0);
  CHECK_THAT(written.shapes().front(), Contains("MULTIPOLYGON (((") && Contains(")),(("));
  CHECK(written.valid);
}

TEST_CASE("A shape that rounding makes cross itself is repaired") {
  // A needle thinner than the last decimal passes over a corner of the same ring.
  const Ring needle = utm_ring({{85, 25},
                                {85.0000011, 25.0000004},
                                {85.0000024, 25.0000004},
                                {85.0000036, 25.0000016},
                                {85.0000024, 25.0000006},
                                {85.0000011, 25.0000014},
                                {85.0000006, 25.0000036}});
  const Written written(test::areas_of({{{needle, {}}}}));
  CHECK(written.shapes().size() == 1);
  CHECK(written.valid);
}

TEST_CASE("Small random shapes are valid at six decimals, or empty and counted") {
  unsigned state = 11;
  const auto random = [&state] {
    state = state * 1664525U + 1013904223U;
    return static_cast<double>(state >> 8U) / static_cast<double>(1U << 24U);
  };
  std::vector<MultiPolygon> shapes;
  for (int i = 0; i < 300; ++i) {
    std::vector<LonLat> places;
    const double size = i % 2 == 0 ? 6e-6 : 2e-6;
    for (int corner = 0; corner < 9; ++corner) {
      places.push_back({85 + size * random(), 25 + size * random()});
    }
    shapes.push_back({{utm_ring(places), {}}});
  }
  const Written written(test::areas_of(shapes));
  const auto read = written.shapes();
  CHECK(read.size() == 300);
  CHECK(written.valid);
  CHECK(written.report.n_repaired > 100);
  CHECK(std::ranges::count(read, "none") == written.report.n_emptied);
}

TEST_CASE("A shape smaller than the last decimal has no geometry and is counted") {
  const Written written(test::areas_of(
      {{{test::square(300000, 2832000, 0.01), {}}}, {{test::square(300000, 2832000, 100), {}}}}));
  CHECK(written.report.n_rows == 2);
  CHECK(written.report.n_emptied == 1);
  CHECK(written.shapes().front() == "none");
  CHECK(count_rows(written.file()) == 2);
}

TEST_CASE("A line shorter than the last decimal has no geometry and is counted") {
  Table table{.name = "lines", .columns = {{.name = "id"}}, .rows = {{Cell{}}, {Cell{}}}};
  table.geometry_type = GeometryType::kLine;
  table.geometry = {Polyline{{300000, 2832000}, {300000.001, 2832000}},
                    Polyline{utm(85, 25), utm(85.5, 25), utm(86, 25.5)}};
  const Written written(table);
  CHECK(written.report.n_emptied == 1);
  CHECK(written.shapes() ==
        std::vector<std::string>{"none", "LINESTRING (85 25,85.5 25.0,86.0 25.5)"});
}

TEST_CASE("A row without a place keeps its row") {
  Table table = test::two_settlements();
  table.geometry[0] = std::monostate{};
  const Written written(table);
  CHECK(written.shapes().front() == "none");
  CHECK(written.report.n_emptied == 0);
}

TEST_CASE("Names are cleaned and quoted in GeoJSON") {
  Table table = test::two_settlements();
  table.rows[0][0] = std::string("पटना \"x\" \x1B[0m");
  CHECK_THAT(Written(table).text, Contains(R"("पटना \"x\"  [0m")"));
}

TEST_CASE("A large file brings a warning") {
  Table table = test::two_settlements();
  const std::string long_name(60'000, 'x');
  for (int i = 0; i < 450; ++i) {
    table.rows.push_back({long_name, std::int64_t{1}, 1.0, Cell{}});
    table.geometry.push_back(table.geometry.front());
  }
  const Written written(table);
  REQUIRE(written.report.warnings.size() == 1);
  CHECK_THAT(written.report.warnings.front(),
             Contains("t.geojson has 27 MB") && Contains("open the GeoPackage"));
}

TEST_CASE("A full disk leaves no GeoJSON") {
  const test::TempDir folder;
  const test::SmallDisk disk(100);
  CHECK_THROWS_WITH(write_geojson(test::two_settlements(), kUtm, folder.path() / "t.geojson"),
                    Contains("cannot write t.geojson: File too large"));
  CHECK(test::list_names(folder.path()).empty());
}

TEST_CASE("A place that is not on the earth is an error") {
  Table table = test::two_settlements();
  table.geometry[0] = Xy{1e12, 1e12};
  const test::TempDir folder;
  CHECK_THROWS_WITH(write_geojson(table, kUtm, folder.path() / "t.geojson"),
                    Contains("has no longitude and latitude") && Contains("EPSG:32645"));
}

TEST_CASE("An unknown working CRS is an error") {
  const test::TempDir folder;
  CHECK_THROWS_AS(write_geojson(test::two_settlements(), "EPSG:0", folder.path() / "t.geojson"),
                  ConfigError);
}

}  // namespace
}  // namespace pahunch
