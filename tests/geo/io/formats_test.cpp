// Every format that may be read, read for real.
#include <catch2/catch.hpp>

#include "geo/io/ogr_source.h"
#include "tests/geo/io/convert.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kPlaces = collection(
    feature(R"("code":"007","title":"पटना")", R"({"type":"Point","coordinates":[85.1,25.6]})") +
    "," + feature(R"("code":"008","title":"Gaya")", R"({"type":"Point","coordinates":[85,24.8]})"));

struct Format {
  std::string file;
  std::vector<std::string> options;
  std::string layer = {};
};

LayerSpec make_spec(const std::string& source, const std::string& layer = "") {
  LayerSpec spec;
  spec.name = "places";
  spec.source = source;
  spec.layer = layer;
  return spec;
}

std::vector<SourceRow> read_rows(const LayerSpec& spec, const std::filesystem::path& folder,
                                 GeometryNeed need, const std::vector<std::string>& columns) {
  OgrSource source(spec, {folder}, need);
  for (const auto& column : columns) CHECK(source.read_slot(column) < columns.size());
  std::vector<SourceRow> rows;
  SourceRow row;
  while (source.read_next(row)) rows.push_back(row);
  return rows;
}

void require_places(const LayerSpec& spec, const std::filesystem::path& folder) {
  const auto rows = read_rows(spec, folder, GeometryNeed::kPoint, {"code", "title"});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].values[0] == "007");
  CHECK(rows[0].values[1] == "पटना");
  CHECK(rows[1].values[1] == "Gaya");
  REQUIRE(rows[0].shape.points.size() == 1);
  CHECK(rows[0].shape.points[0].lon == Approx(85.1).margin(1e-6));
  CHECK(rows[0].shape.points[0].lat == Approx(25.6).margin(1e-6));
}

/// The places written in a format by GDAL, then read.
void require_format(const Format& format) {
  CAPTURE(format.file);
  const TempDir dir;
  convert(dir.write("places.geojson", kPlaces), dir.path() / format.file, format.options);
  require_places(make_spec(format.file, format.layer), dir.path());
}

}  // namespace

TEST_CASE("KML is read, with the columns of its placemarks") {
  require_format({"p.kml", {"-f", "LIBKML"}});
  require_format({"p.kmz", {"-f", "LIBKML"}});
  require_format({"q.kml", {"-f", "KML"}});
}

TEST_CASE("MapInfo and SQLite, which can name further files, are refused") {
  const TempDir dir;
  const auto json = dir.write("places.geojson", kPlaces);
  convert(json, dir.path() / "p.tab", {"-f", "MapInfo File"});
  convert(json, dir.path() / "p.mif", {"-f", "MapInfo File"});
  convert(json, dir.path() / "p.sqlite", {"-f", "SQLite"});
  for (const auto* file : {"p.tab", "p.mif", "p.sqlite"}) {
    CHECK_THROWS_WITH(OgrSource(make_spec(file), {dir.path()}, GeometryNeed::kPoint),
                      Contains("is of no format that is understood"));
  }
}

TEST_CASE("GeoJSON of one feature a line is read") {
  require_format({"p.geojsonl", {"-f", "GeoJSONSeq"}});
}

TEST_CASE("a file geodatabase is read from its folder") {
  require_format({"p.gdb", {"-f", "OpenFileGDB"}});
}

TEST_CASE("GML with and without its schema is read") {
  const TempDir dir;
  const auto json = dir.write("places.geojson", kPlaces);
  convert(json, dir.path() / "p.gml", {"-f", "GML"});
  require_places(make_spec("p.gml"), dir.path());
  std::filesystem::remove(dir.path() / "p.xsd");
  const auto rows =
      read_rows(make_spec("p.gml"), dir.path(), GeometryNeed::kPoint, {"code", "title"});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].values[1] == "पटना");
}

TEST_CASE("TopoJSON is read where the dataset gives its CRS") {
  const TempDir dir;
  dir.write("p.topojson", R"({"type":"Topology","objects":{"lines":{"type":"GeometryCollection",
    "geometries":[{"type":"LineString","arcs":[0],"properties":{"code":"007","title":"पटना"}}]}},
    "arcs":[[[85,25],[85.1,25.1]]]})");
  auto spec = make_spec("p.topojson");
  CHECK_THROWS_WITH(OgrSource(spec, {dir.path()}, GeometryNeed::kLine),
                    Contains("the coordinates have no CRS"));
  spec.crs = "EPSG:4326";
  const auto rows = read_rows(spec, dir.path(), GeometryNeed::kLine, {"code", "title"});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].values[0] == "007");
  CHECK(rows[0].values[1] == "पटना");
  CHECK(rows[0].shape.lines[0] == LonLatLine{{85, 25}, {85.1, 25.1}});
}

TEST_CASE("a CSV with semicolons or tabs is read") {
  for (const std::string separator : {";", "\t"}) {
    const TempDir dir;
    std::string content;
    for (const auto* row : {"code|title|lon|lat", "007|पटना|85.1|25.6", "008|Gaya|85|24.8"}) {
      for (const char c : std::string(row)) content += c == '|' ? separator : std::string(1, c);
      content += '\n';
    }
    dir.write("p.csv", content);
    require_places(make_spec("p.csv"), dir.path());
  }
}

TEST_CASE("a Shapefile is read out of its archive") {
  const TempDir dir;
  convert(dir.write("places.geojson", kPlaces), dir.path() / "p.shz",
          {"-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"});
  std::filesystem::rename(dir.path() / "p.shz", dir.path() / "p.zip");
  require_places(make_spec("/vsizip/p.zip/p.shp"), dir.path());
}

TEST_CASE("a file of no allowed format is refused, although GDAL could read it") {
  const TempDir dir;
  convert(dir.write("places.geojson", kPlaces), dir.path() / "p.gmt", {"-f", "OGR_GMT"});
  CHECK_THROWS_WITH(OgrSource(make_spec("p.gmt"), {dir.path()}, GeometryNeed::kPoint),
                    Contains("'p.gmt' is of no format that is understood"));
}

TEST_CASE("reading leaves no file behind, whatever the format") {
  const TempDir dir;
  const auto json = dir.write("places.geojson", kPlaces);
  convert(json, dir.path() / "p.gml", {"-f", "GML"});
  convert(json, dir.path() / "p.gpkg", {"-f", "GPKG"});
  convert(json, dir.path() / "p.shp", {"-f", "ESRI Shapefile"});
  const auto count = [&] {
    return std::distance(std::filesystem::directory_iterator(dir.path()),
                         std::filesystem::directory_iterator());
  };
  const auto before = count();
  for (const auto* file : {"p.gml", "p.gpkg", "p.shp"}) {
    CHECK(read_rows(make_spec(file), dir.path(), GeometryNeed::kPoint, {"code"}).size() == 2);
  }
  CHECK(count() == before);
}
