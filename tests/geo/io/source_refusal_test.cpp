// Every way in which a source cannot be used, and what is said of it.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/geo/io/convert.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// The error of the small dataset with one piece of its dataset.toml changed.
std::string error_of(const std::string& from, const std::string& to) {
  return SmallDataset().change("dataset.toml", from, to).get_error();
}

void cut_file(const std::filesystem::path& file, double frac) {
  const auto size = static_cast<double>(std::filesystem::file_size(file));
  std::filesystem::resize_file(file, static_cast<std::uintmax_t>(size * frac));
}

std::string many_roads(int n) {
  std::string features;
  for (int i = 0; i < n; ++i) {
    const auto lat = std::to_string(25.001 + 0.0001 * i);
    features +=
        (i == 0 ? "" : ",") + feature(R"("id":")" + std::to_string(i) +
                                          R"(","class":"x","speed":30,"oneway":"","bridge":"")",
                                      R"({"type":"LineString","coordinates":[[85.0,)" + lat +
                                          "],[85.05," + lat + "],[85.1," + lat + "]]}");
  }
  return collection(features);
}

/// The small dataset with its roads in another format, cut to a part of its bytes.
std::string error_of_cut_roads(const std::string& format, const std::string& name, double frac) {
  SmallDataset small;
  small.write("many.geojson", many_roads(400));
  convert(small.path() / "many.geojson", small.path() / name, {"-f", format});
  small.change("dataset.toml", "roads.geojson", name);
  CHECK(small.get_error().empty());
  cut_file(small.path() / name, frac);
  return small.get_error();
}

}  // namespace

TEST_CASE("a missing file is refused") {
  const auto message = error_of("roads.geojson", "streets.geojson");
  CHECK_THAT(message, Contains("there is no file 'streets.geojson'"));
  CHECK_THAT(message, Contains("layers.roads"));
  CHECK_THAT(message, Contains("paths are relative to the dataset file"));
  CHECK_THAT(error_of("roads.geojson", "/vsizip/no.zip/roads.shp"), Contains("there is no file"));
}

TEST_CASE("a missing layer is refused with the nearest one") {
  const auto message =
      error_of("source = \"roads.geojson\"", "source = \"roads.geojson\"\nlayer = \"road\"");
  CHECK_THAT(message,
             Contains("'roads.geojson' has no layer 'road'") && Contains("did you mean 'roads'?"));
}

TEST_CASE("several layers and none chosen is refused with their names") {
  SmallDataset small;
  convert(small.path() / "blocks.geojson", small.path() / "a.gpkg", {"-f", "GPKG", "-nln", "one"});
  convert(small.path() / "blocks.geojson", small.path() / "a.gpkg",
          {"-f", "GPKG", "-nln", "two", "-update"});
  small.change("dataset.toml", "blocks.geojson", "a.gpkg");
  CHECK_THAT(small.get_error(),
             Contains("has 2 layers, and none is chosen") && Contains("one, two"));
}

TEST_CASE("a missing column is refused with the nearest one") {
  const auto message = error_of("women = \"women\"", "women = \"womens\"");
  CHECK_THAT(message, Contains("there is no column 'womens'") && Contains("settlements.csv") &&
                          Contains("did you mean 'women'?"));
}

TEST_CASE("missing coordinate columns are refused") {
  CHECK_THAT(
      error_of("source = \"centres.csv\"", "source = \"centres.csv\"\nx = \"long\""),
      Contains("there is no column 'long' with coordinates") && Contains("did you mean 'lon'?"));
}

TEST_CASE("a wrong kind of geometry is refused") {
  CHECK_THAT(error_of("roads.geojson", "blocks.geojson"),
             Contains("'roads' needs lines, and the source has polygons") && Contains("exchanged"));
  CHECK_THAT(error_of("blocks.geojson", "roads.geojson"),
             Contains("'block' needs polygons, and the source has lines"));
  CHECK_THAT(error_of("roads.geojson", "centres.csv"),
             Contains("there is no column") || Contains("needs lines"));
}

TEST_CASE("a table without geometry is no layer of lines") {
  SmallDataset small;
  small.write("t.geojson", collection(feature(R"("id":"1")", "null")));
  small.change("dataset.toml", "roads.geojson", "t.geojson");
  CHECK_FALSE(small.get_error().empty());
}

TEST_CASE("coordinates without CRS are refused") {
  SmallDataset small;
  small.write("centres.csv", "id,name,status,beds,x,y\nC1,Old,existing,5,85.05,25.05\n");
  small.change("dataset.toml", "source = \"centres.csv\"",
               "source = \"centres.csv\"\nx = \"x\"\ny = \"y\"");
  CHECK_THAT(small.get_error(), Contains("the coordinates have no CRS") &&
                                    Contains("centres.csv") && Contains("crs = \"EPSG:4326\""));
}

TEST_CASE("a Shapefile without .prj is refused, and read when the dataset gives the CRS") {
  SmallDataset small;
  convert(small.path() / "roads.geojson", small.path() / "r.shp", {"-f", "ESRI Shapefile"});
  std::filesystem::remove(small.path() / "r.prj");
  small.change("dataset.toml", "roads.geojson", "r.shp");
  CHECK_THAT(small.get_error(), Contains("the coordinates have no CRS") && Contains("r.shp"));
  small.change("dataset.toml", "\"roads.geojson\"", "\"r.shp\"\ncrs = \"EPSG:4326\"");
  CHECK(small.get_error().empty());
}

TEST_CASE("an unknown CRS, and one that contradicts the file, are refused") {
  CHECK_THAT(error_of("\"centres.csv\"", "\"centres.csv\"\ncrs = \"EPSG:12\""),
             Contains("the CRS 'EPSG:12' is not known"));
  CHECK_THAT(error_of("\"roads.geojson\"", "\"roads.geojson\"\ncrs = \"EPSG:32645\""),
             Contains("contradicts the CRS of the file") && Contains("remove crs"));
}

TEST_CASE("a filter that is no filter is refused") {
  CHECK_THAT(error_of("\"roads.geojson\"", "\"roads.geojson\"\nwhere = \"clas = = 1\""),
             Contains("the filter \"clas = = 1\" is not understood"));
}

TEST_CASE("a format that is not understood is refused") {
  SmallDataset small;
  small.write("roads.bin", "nothing that anybody reads");
  small.change("dataset.toml", "roads.geojson", "roads.bin");
  CHECK_THAT(small.get_error(),
             Contains("is of no format that is understood, or is damaged") && Contains("ogr2ogr"));
}

TEST_CASE("sources over a network are refused") {
  for (const auto* source : {"/vsicurl/http://a.b/r.geojson", "https://a.b/r.geojson",
                             "/vsizip/vsicurl/http://a/r.zip"}) {
    CHECK_THAT(error_of("roads.geojson", source), Contains("is not a file on this machine"));
  }
}

TEST_CASE("a GeoPackage that is cut off is refused") {
  CHECK_THAT(error_of_cut_roads("GPKG", "r.gpkg", 0.6), Contains("damaged") && Contains("r.gpkg"));
}

TEST_CASE("a Shapefile that is cut off is refused") {
  CHECK_THAT(error_of_cut_roads("ESRI Shapefile", "r.shp", 0.5),
             Contains("damaged or cut off") && Contains("r.shp"));
}

TEST_CASE("a FlatGeobuf that is cut off is refused") {
  CHECK_THAT(error_of_cut_roads("FlatGeobuf", "r.fgb", 0.7),
             Contains("damaged") && Contains("r.fgb"));
}

TEST_CASE("a GeoJSON that is cut off is refused") {
  SmallDataset small;
  small.write("roads.geojson", many_roads(50).substr(0, 4000));
  CHECK_THAT(small.get_error(), Contains("damaged") && Contains("roads.geojson"));
}

TEST_CASE("a CSV that is cut off or ragged is refused") {
  SmallDataset small;
  const auto content = make_small_files().at("settlements.csv");
  small.write("settlements.csv", content.substr(0, content.size() - 20));
  CHECK_THAT(small.get_error(),
             Contains("columns, the header has 7") && Contains("settlements.csv, line 5"));
}

TEST_CASE("text that is not UTF-8 is refused with the way out") {
  SmallDataset small;
  small.change("centres.csv", "Old", "Vi\xE9ja");
  CHECK_THAT(small.get_error(),
             Contains("column 'name' is not UTF-8") && Contains("encoding = \"ISO-8859-1\""));
}

TEST_CASE("an empty layer is refused, whichever it is") {
  const auto empty = collection("");
  CHECK_THAT(
      SmallDataset().write("settlements.csv", "id,name,block,women,rural,lon,lat\n").get_error(),
      Contains("the layer 'settlements' is empty"));
  CHECK_THAT(SmallDataset().write("centres.csv", "id,name,status,beds,lon,lat\n").get_error(),
             Contains("the layer 'centres' is empty"));
  CHECK_FALSE(SmallDataset().write("roads.geojson", empty).get_error().empty());
  CHECK_FALSE(SmallDataset().write("blocks.geojson", empty).get_error().empty());
}

TEST_CASE("an empty file is refused") {
  CHECK_FALSE(SmallDataset().write("roads.geojson", "").get_error().empty());
  CHECK_FALSE(SmallDataset().write("centres.csv", "").get_error().empty());
}
