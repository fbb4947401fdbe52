#include "geo/io/source_path.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/geo/io/convert.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> get_names(const std::vector<fs::path>& files) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.filename().string());
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a source is relative to the folder of the dataset") {
  const test::TempDir dir;
  dir.write("data/roads.csv", "a\n");
  const auto path = resolve_source("../data/roads.csv", dir.path() / "maps", "here");
  CHECK(path.gdal_path == (dir.path() / "data/roads.csv").string());
  CHECK(path.shown == "../data/roads.csv");
  CHECK_FALSE(path.database);
}

TEST_CASE("an absolute source is taken as it is") {
  const test::TempDir dir;
  const auto file = dir.write("roads.csv", "a\n");
  CHECK(resolve_source(file.string(), "/somewhere", "").gdal_path == file.string());
}

TEST_CASE("a missing source says where it was looked for") {
  const test::TempDir dir;
  CHECK_THROWS_AS(resolve_source("no.csv", dir.path(), "layers.roads"), DataError);
  CHECK_THROWS_WITH(resolve_source("no.csv", dir.path(), "layers.roads"),
                    Contains("there is no file 'no.csv'") && Contains("layers.roads") &&
                        Contains((dir.path() / "no.csv").string()));
}

TEST_CASE("a source over a network is refused, also inside an archive") {
  for (const auto* source : {"http://a.org/r.csv", "/vsis3/bucket/r.csv", "/vsicurl/http://a.org/r",
                             "/vsizip//vsicurl/http://a.org/r.zip", "ftp://a.org/r.csv"}) {
    CAPTURE(source);
    CHECK_THROWS_AS(resolve_source(source, "/data", "layers.roads"), ConfigError);
    CHECK_THROWS_WITH(resolve_source(source, "/data", "layers.roads"),
                      Contains("is not a file on this machine") && Contains("/vsizip/"));
  }
}

TEST_CASE("the real files of a Shapefile are those that belong to it") {
  const test::TempDir dir;
  for (const auto* name : {"r.shp", "r.dbf", "r.shx", "r.prj", "r.txt", "s.dbf"}) {
    dir.write(name, "x");
  }
  const auto path = resolve_source("r.shp", dir.path(), "");
  CHECK(get_names(get_real_files(path)) == Names{"r.shp", "r.shx", "r.dbf", "r.prj"});
}

TEST_CASE("the real file of a path in an archive is the archive") {
  const test::TempDir dir;
  test::write_virtual("/vsizip/" + dir.path().string() + "/a.zip/inner/r.csv", "a\n1\n");
  const auto path = resolve_source("/vsizip/a.zip/inner/r.csv", dir.path(), "");
  CHECK(get_names(get_real_files(path)) == Names{"a.zip"});
}

TEST_CASE("the real files of a folder are all in it, sorted") {
  const test::TempDir dir;
  dir.write("a.gdb/b.bin", "x");
  dir.write("a.gdb/a.bin", "x");
  dir.write("a.gdb/inner/c.bin", "x");
  const auto path = resolve_source("a.gdb", dir.path(), "");
  CHECK(get_names(get_real_files(path)) == Names{"a.bin", "b.bin", "c.bin"});
}
