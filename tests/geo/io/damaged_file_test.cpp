// Files that lost a part, or whose companion did: never read as if they were whole.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/geo/io/convert.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

std::string road_features(int n) {
  std::string features;
  for (int i = 0; i < n; ++i) {
    const auto lat = std::to_string(25.001 + 0.0001 * i);
    features +=
        (i == 0 ? "" : ",") +
        feature(R"("id":")" + std::to_string(i) +
                    R"(","class":"residential","speed":30,"oneway":"no","bridge":"no")",
                R"({"type":"LineString","coordinates":[[85.0,)" + lat + "],[85.1," + lat + "]]}");
  }
  return collection(features);
}

/// The small dataset with n roads in another format, whole at first.
class Roads {
 public:
  Roads(const std::string& format, std::string name, int n = 300) : name_(std::move(name)) {
    small_.write("many.geojson", road_features(n));
    convert(small_.path() / "many.geojson", file(name_), {"-f", format, "-nln", "many"});
    small_.change("dataset.toml", "roads.geojson", name_);
    REQUIRE(small_.get_error().empty());
  }
  [[nodiscard]] fs::path file(const std::string& name) const { return small_.path() / name; }
  [[nodiscard]] std::string get_error() const { return small_.get_error(); }
  /// Where the dataset names another file instead.
  [[nodiscard]] std::string get_error_of(const std::string& name) {
    return small_.change("dataset.toml", "roads.geojson", name).get_error();
  }

  void cut(const std::string& name, double frac) const {
    const auto size = static_cast<double>(fs::file_size(file(name)));
    fs::resize_file(file(name), static_cast<std::uintmax_t>(size * frac));
  }
  /// Writes zeros over a part in the middle.
  void blank(const std::string& name, double from_frac, double to_frac) const {
    const auto size = static_cast<double>(fs::file_size(file(name)));
    std::fstream stream(file(name), std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(size * from_frac));
    stream << std::string(static_cast<std::size_t>(size * (to_frac - from_frac)), '\0');
  }

 private:
  SmallDataset small_;
  std::string name_;
};

}  // namespace

TEST_CASE("a Shapefile whose .dbf is cut off is refused") {
  const Roads roads("ESRI Shapefile", "r.shp");
  roads.cut("r.dbf", 0.5);
  CHECK_THAT(roads.get_error(), Contains("damaged or cut off") && Contains("r.shp"));
}

TEST_CASE("a Shapefile whose .dbf lost its header is refused") {
  const Roads roads("ESRI Shapefile", "r.shp");
  roads.blank("r.dbf", 0.0, 0.01);
  CHECK_THAT(roads.get_error(), Contains("has 300 shapes and 0 rows in its .dbf"));
}

TEST_CASE("a Shapefile with the .dbf of another one is refused") {
  const Roads roads("ESRI Shapefile", "r.shp");
  const Roads fewer("ESRI Shapefile", "r.shp", 200);
  fs::copy_file(fewer.file("r.dbf"), roads.file("r.dbf"), fs::copy_options::overwrite_existing);
  CHECK_THAT(roads.get_error(), Contains("has 300 shapes and 200 rows in its .dbf") &&
                                    Contains("r.shp") && Contains("belongs to another"));
}

TEST_CASE("a Shapefile with the .DBF of another one is refused, whichever part is named") {
  const Roads fewer("ESRI Shapefile", "r.shp", 200);
  for (const std::string part : {"r.shp", "r.shx", "r.DBF"}) {
    CAPTURE(part);
    Roads roads("ESRI Shapefile", "r.shp");
    fs::remove(roads.file("r.dbf"));
    fs::copy_file(fewer.file("r.dbf"), roads.file("r.DBF"));
    CHECK_THAT(roads.get_error_of(part), Contains("has 300 shapes and 200 rows in its .dbf"));
  }
}

TEST_CASE("a Shapefile without its .dbf has no columns, and is refused") {
  const Roads roads("ESRI Shapefile", "r.shp");
  fs::remove(roads.file("r.dbf"));
  CHECK_THAT(roads.get_error(), Contains("there is no column 'id'") && Contains("r.shp"));
}

TEST_CASE("a Shapefile without its .shx is refused, and none is written") {
  const Roads roads("ESRI Shapefile", "r.shp");
  fs::remove(roads.file("r.shx"));
  CHECK_THAT(roads.get_error(), Contains("r.shp"));
  CHECK_FALSE(fs::exists(roads.file("r.shx")));
}

TEST_CASE("a Shapefile whose .shx is cut off is refused") {
  const Roads roads("ESRI Shapefile", "r.shp");
  roads.cut("r.shx", 0.5);
  CHECK_THAT(roads.get_error(), Contains("damaged or cut off") && Contains("r.shp"));
}

TEST_CASE("a KML that is cut off is refused") {
  const Roads roads("LIBKML", "r.kml");
  roads.cut("r.kml", 0.6);
  CHECK_THAT(roads.get_error(), Contains("r.kml"));
}

TEST_CASE("a GML that is cut off is refused") {
  const Roads roads("GML", "r.gml");
  roads.cut("r.gml", 0.6);
  CHECK_THAT(roads.get_error(), Contains("damaged or cut off") && Contains("r.gml"));
}

TEST_CASE("a GeoPackage with a blank page is refused") {
  const Roads roads("GPKG", "r.gpkg");
  roads.blank("r.gpkg", 0.90, 0.99);
  CHECK_THAT(roads.get_error(), Contains("damaged") && Contains("r.gpkg"));
}

TEST_CASE("a file of lines of GeoJSON that breaks in the middle of a line is refused") {
  const Roads roads("GeoJSONSeq", "r.geojsonl");
  roads.cut("r.geojsonl", 0.5);
  CHECK_THAT(roads.get_error(), Contains("damaged or cut off") && Contains("r.geojsonl"));
}

TEST_CASE("an archive that is cut off is refused") {
  SmallDataset small;
  const auto archive = small.path().string() + "/r.zip";
  write_virtual("/vsizip/" + archive + "/r.geojson", road_features(300));
  small.change("dataset.toml", "roads.geojson", "/vsizip/r.zip/r.geojson");
  REQUIRE(small.get_error().empty());
  fs::resize_file(archive, fs::file_size(archive) / 2);
  CHECK_THAT(small.get_error(), Contains("r.zip"));
}

TEST_CASE("a compressed file that is cut off is refused") {
  SmallDataset small;
  const auto file = small.path().string() + "/r.geojson.gz";
  write_virtual("/vsigzip/" + file, road_features(300));
  small.change("dataset.toml", "roads.geojson", "/vsigzip/r.geojson.gz");
  REQUIRE(small.get_error().empty());
  fs::resize_file(file, fs::file_size(file) / 2);
  CHECK_THAT(small.get_error(), Contains("r.geojson.gz"));
}

TEST_CASE("a folder in place of a file is refused") {
  SmallDataset small;
  fs::create_directory(small.path() / "empty");
  small.change("dataset.toml", "roads.geojson", "empty");
  CHECK_THAT(small.get_error(), Contains("'empty' is of no format that is understood"));
}
