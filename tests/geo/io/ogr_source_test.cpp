#include "geo/io/ogr_source.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/convert.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

LayerSpec source_spec(const std::string& source) {
  LayerSpec spec;
  spec.name = "places";
  spec.source = source;
  spec.place = "dataset.toml, layers.places";
  return spec;
}

std::vector<SourceRow> read_rows(const LayerSpec& spec, const std::filesystem::path& folder,
                                 GeometryNeed need, const std::vector<std::string>& columns = {}) {
  OgrSource source(spec, {folder}, need);
  for (const auto& column : columns) CHECK(source.read_slot(column) < columns.size());
  std::vector<SourceRow> rows;
  SourceRow row;
  while (source.read_next(row)) rows.push_back(row);
  return rows;
}

const std::string kSourcePlaces = collection(
    feature(R"("id":"007","name":"पटना")", R"({"type":"Point","coordinates":[85.1,25.6]})") + "," +
    feature(R"("id":"008","name":"Gaya")", R"({"type":"Point","coordinates":[85.0,24.8]})"));

/// The places as another format in a folder.
void require_source_places(const LayerSpec& spec, const std::filesystem::path& folder) {
  const auto rows = read_rows(spec, folder, GeometryNeed::kPoint, {"id", "name"});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].values[0] == "007");
  CHECK(rows[0].values[1] == "पटना");
  REQUIRE(rows[0].shape.points.size() == 1);
  CHECK(rows[0].shape.points[0].lon == Approx(85.1).margin(1e-7));
  CHECK(rows[0].shape.points[0].lat == Approx(25.6).margin(1e-7));
}

}  // namespace

TEST_CASE("GeoJSON, GeoPackage, FlatGeobuf, GML and KML give the same places") {
  const TempDir dir;
  const auto json = dir.write("places.geojson", kSourcePlaces);
  require_source_places(source_spec("places.geojson"), dir.path());
  const std::vector<std::pair<std::string, std::string>> formats{
      {"GPKG", "p.gpkg"}, {"FlatGeobuf", "p.fgb"}, {"GML", "p.gml"}};
  for (const auto& [format, name] : formats) {
    convert(json, dir.path() / name, {"-f", format, "-nln", "places"});
    require_source_places(source_spec(name), dir.path());
  }
}

TEST_CASE("a projected CRS is brought to degrees") {
  const TempDir dir;
  convert(dir.write("places.geojson", kSourcePlaces), dir.path() / "p.gpkg",
          {"-f", "GPKG", "-t_srs", "EPSG:32645"});
  require_source_places(source_spec("p.gpkg"), dir.path());
}

TEST_CASE("GML with latitude first comes out with longitude first") {
  const TempDir dir;
  convert(dir.write("places.geojson", kSourcePlaces), dir.path() / "p.gml",
          {"-f", "GML", "-dsco", "FORMAT=GML3", "-nln", "places", "-a_srs", "EPSG:4326"});
  require_source_places(source_spec("p.gml"), dir.path());
}

TEST_CASE("a Shapefile in ISO-8859-1 gives UTF-8 when the dataset says so") {
  const TempDir dir;
  const auto json = dir.write(
      "places.geojson",
      collection(feature(R"("name":"Bénarès")", R"({"type":"Point","coordinates":[83,25.3]})")));
  convert(json, dir.path() / "p.shp", {"-f", "ESRI Shapefile", "-lco", "ENCODING=ISO-8859-1"});
  std::filesystem::remove(dir.path() / "p.cpg");
  auto spec = source_spec("p.shp");
  spec.encoding = "ISO-8859-1";
  CHECK(read_rows(spec, {dir.path()}, GeometryNeed::kPoint, {"name"})[0].values[0] == "Bénarès");
}

TEST_CASE("a Shapefile with a UTF-8 code page keeps Devanagari") {
  const TempDir dir;
  convert(dir.write("places.geojson", kSourcePlaces), dir.path() / "p.shp",
          {"-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"});
  require_source_places(source_spec("p.shp"), dir.path());
}

TEST_CASE("a CSV in ISO-8859-1 is recoded") {
  const TempDir dir;
  dir.write("p.csv", "name,lon,lat\nB\xE9nar\xE8s,83,25.3\n");
  auto spec = source_spec("p.csv");
  spec.encoding = "ISO-8859-1";
  CHECK(read_rows(spec, {dir.path()}, GeometryNeed::kPoint, {"name"})[0].values[0] == "Bénarès");
}

TEST_CASE("a CSV keeps leading zeros, trims blanks and names its lines") {
  const TempDir dir;
  dir.write("p.csv", "\xEF\xBB\xBFid,lon,lat\r\n 007 ,85.1,25.6\r\n\r\n,85.2,25.7\r\n");
  const auto rows = read_rows(source_spec("p.csv"), {dir.path()}, GeometryNeed::kPoint, {"id"});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].values[0] == "007");
  CHECK(rows[0].name == "line 2");
  CHECK_FALSE(rows[1].values[0]);
  CHECK(rows[1].name == "line 4");
  CHECK(rows[1].shape.points[0] == LonLat{85.2, 25.7});
}

TEST_CASE("coordinates of a CSV that are no numbers are told") {
  const TempDir dir;
  dir.write("p.csv", "id,lon,lat\n1,nan,25\n2,85,north\n3,85,\n4,,\n");
  const auto rows = read_rows(source_spec("p.csv"), {dir.path()}, GeometryNeed::kPoint);
  CHECK(rows[0].bad_coordinate == "lon = 'nan'");
  CHECK(rows[1].bad_coordinate == "lat = 'north'");
  CHECK(rows[2].bad_coordinate == "lat = ''");
  CHECK(rows[3].bad_coordinate.empty());
  CHECK(rows[3].shape.empty());
}

TEST_CASE("a CSV may name its coordinates and its CRS") {
  const TempDir dir;
  dir.write("p.csv", "id,east,north\n1,500000,0\n");
  auto spec = source_spec("p.csv");
  spec.x = "east";
  spec.y = "north";
  spec.crs = "EPSG:32645";
  const auto at = read_rows(spec, {dir.path()}, GeometryNeed::kPoint)[0].shape.points[0];
  CHECK(at.lon == Approx(87.0));
  CHECK(at.lat == Approx(0.0).margin(1e-9));
}

TEST_CASE("a CSV may hold shapes as WKT") {
  const TempDir dir;
  dir.write("r.csv", "id,WKT\n1,\"LINESTRING (85 25, 85.1 25.1)\"\n");
  auto spec = source_spec("r.csv");
  spec.crs = "EPSG:4326";
  CHECK(read_rows(spec, dir.path(), GeometryNeed::kLine)[0].shape.lines[0].size() == 2);
}

TEST_CASE("files in archives are read") {
  const TempDir dir;
  const auto archive = dir.path().string() + "/a.zip";
  write_virtual("/vsizip/" + archive + "/inner/places.geojson", kSourcePlaces);
  require_source_places(source_spec("/vsizip/a.zip/inner/places.geojson"), dir.path());
  write_virtual("/vsigzip/" + dir.path().string() + "/p.csv.gz",
                "id,name,lon,lat\n007,पटना,85.1,25.6\n8,x,85,25\n");
  require_source_places(source_spec("/vsigzip/p.csv.gz"), dir.path());
}

TEST_CASE("multi-part geometries come apart, heights and measures are dropped") {
  const TempDir dir;
  dir.write("p.geojson", collection(feature(R"("id":1)", R"({"type":"MultiPolygon","coordinates":[
    [[[0,0,9],[1,0,9],[1,1,9],[0,0,9]],[[0.5,0.2,9],[0.6,0.2,9],[0.6,0.3,9],[0.5,0.2,9]]],
    [[[2,0,9],[3,0,9],[3,1,9],[2,0,9]]]]})")));
  const auto shape =
      read_rows(source_spec("p.geojson"), dir.path(), GeometryNeed::kPolygon)[0].shape;
  REQUIRE(shape.polygons.size() == 2);
  CHECK(shape.polygons[0].size() == 2);
  CHECK(shape.polygons[1][0][1] == LonLat{3, 0});
}

TEST_CASE("a null geometry is an empty shape") {
  const TempDir dir;
  dir.write("p.geojson",
            collection(feature(R"("id":1)", "null") + "," +
                       feature(R"("id":2)", R"({"type":"Point","coordinates":[1,2]})")));
  const auto rows = read_rows(source_spec("p.geojson"), {dir.path()}, GeometryNeed::kPoint);
  CHECK(rows[0].shape.empty());
  CHECK(rows[1].shape.points.size() == 1);
}

TEST_CASE("a filter chooses rows and a layer is chosen by name") {
  const TempDir dir;
  const auto json = dir.write("places.geojson", kSourcePlaces);
  convert(json, dir.path() / "p.gpkg", {"-f", "GPKG", "-nln", "one"});
  auto spec = source_spec("p.gpkg");
  spec.layer = "one";
  spec.filter = "name = 'Gaya'";
  const auto rows = read_rows(spec, {dir.path()}, GeometryNeed::kPoint, {"id"});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].values[0] == "008");
}

TEST_CASE("a source knows its columns, rows and place") {
  const TempDir dir;
  dir.write("places.geojson", kSourcePlaces);
  OgrSource source(source_spec("places.geojson"), {dir.path()}, GeometryNeed::kPoint);
  CHECK(source.columns() == std::vector<std::string>{"id", "name"});
  CHECK(source.n_rows() == 2);
  CHECK(source.where() == "places.geojson, layer places");
  CHECK_FALSE(source.find_slot("nothing"));
  CHECK(source.find_slot("name") == source.find_slot("name"));
}
