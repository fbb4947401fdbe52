#include "geo/io/source_path.h"

#include <sys/stat.h>

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

/// The folder in which the program was called, for as long as this lives.
class CalledIn {
 public:
  explicit CalledIn(const fs::path& folder) { fs::current_path(folder); }
  CalledIn(const CalledIn&) = delete;
  CalledIn& operator=(const CalledIn&) = delete;
  ~CalledIn() { fs::current_path(before_); }

 private:
  fs::path before_ = fs::current_path();
};

}  // namespace

TEST_CASE("a source is relative to the folder of the dataset") {
  const test::TempDir dir;
  dir.write("maps/roads.csv", "a\n");
  const auto path = resolve_source("x/../maps/roads.csv", {dir.path()}, "here");
  CHECK(path.gdal_path == (dir.path() / "maps/roads.csv").string());
  CHECK(path.shown == "x/../maps/roads.csv");
  CHECK_FALSE(path.database);
  CHECK_FALSE(path.remote);
}

TEST_CASE("a file is a file, also where its name from here looks like a connection") {
  const test::TempDir dir;
  const CalledIn here(dir.path());
  for (const std::string name : {"PGB:dbname=x", "pg:dbname=x", "CSV:/etc/x.csv", "GPKG:/etc/x"}) {
    CAPTURE(name);
    dir.write(name, "a\n");
    for (const auto* folder : {".", ""}) {
      const auto path = resolve_source(name, {folder}, "");
      CHECK(path.gdal_path == (fs::current_path() / name).string());
      CHECK_FALSE(path.database);
      CHECK(get_real_files(path) == std::vector<fs::path>{name});
    }
  }
}

TEST_CASE("an absolute source is taken as it is, where it lies in the folder") {
  const test::TempDir dir;
  const auto file = dir.write("roads.csv", "a\n");
  CHECK(resolve_source(file.string(), {dir.path()}, "").gdal_path == file.string());
}

TEST_CASE("a source outside the folder of the dataset is refused") {
  const test::TempDir dir;
  const auto file = dir.write("other/roads.csv", "a\n").string();
  dir.write("maps/own.csv", "a\n");
  fs::create_symlink(file, dir.path() / "maps/link.csv");
  fs::create_directory_symlink(dir.path() / "other", dir.path() / "maps/inner");
  test::write_virtual("/vsizip/" + dir.path().string() + "/other/a.zip/r.csv", "a\n1\n");
  const SourceHome home{dir.path() / "maps"};
  for (const std::string& source :
       {file, std::string("../other/roads.csv"), std::string("../maps/../other/roads.csv"),
        std::string("link.csv"), std::string("inner/roads.csv"), std::string("/etc/hostname"),
        std::string("../maps-2/no.csv"), std::string("/vsizip/../other/a.zip/r.csv")}) {
    CAPTURE(source);
    CHECK_THROWS_AS(resolve_source(source, home, "layers.roads"), ConfigError);
    CHECK_THROWS_WITH(
        resolve_source(source, home, "layers.roads"),
        Contains("outside the folder") && Contains("layers.roads") && Contains("--allow-outside"));
  }
}

TEST_CASE("a source outside the folder is read where whoever runs it says so") {
  const test::TempDir dir;
  const auto file = dir.write("other/roads.csv", "a\n").string();
  const SourceHome home{dir.path() / "maps", {.outside = true}};
  CHECK(resolve_source("../other/roads.csv", home, "").gdal_path == file);
  CHECK(resolve_source(file, home, "").gdal_path == file);
}

TEST_CASE("a part of a Shapefile that leads outside the folder is refused") {
  const test::TempDir dir;
  for (const auto* name : {"maps/r.shp", "maps/r.shx", "other/r.dbf"}) dir.write(name, "x");
  fs::create_symlink(dir.path() / "other/r.dbf", dir.path() / "maps/r.dbf");
  CHECK_THROWS_WITH(resolve_source("r.shp", {dir.path() / "maps"}, ""),
                    Contains("outside the folder"));
}

TEST_CASE("a part in capitals that leads outside is refused, whichever part is named") {
  const test::TempDir dir;
  for (const auto* name : {"maps/r.shp", "maps/S.SHP", "maps/t.dbf", "other/x"}) {
    dir.write(name, "x");
  }
  for (const auto* link : {"maps/r.DBF", "maps/S.dbf", "maps/t.shp"}) {
    fs::create_symlink(dir.path() / "other/x", dir.path() / link);
  }
  for (const auto* source : {"r.shp", "S.SHP", "t.dbf"}) {
    CAPTURE(source);
    CHECK_THROWS_WITH(resolve_source(source, {dir.path() / "maps"}, ""),
                      Contains("outside the folder"));
  }
}

TEST_CASE("a pipe or a device is no source") {
  const test::TempDir dir;
  REQUIRE(::mkfifo((dir.path() / "pipe.csv").c_str(), 0600) == 0);
  CHECK_THROWS_WITH(resolve_source("pipe.csv", {dir.path()}, "layers.roads"),
                    Contains("neither a file nor a folder"));
  CHECK_THROWS_WITH(resolve_source("/dev/zero", named_by_a_person(), ""),
                    Contains("neither a file nor a folder"));
}

TEST_CASE("a missing source says where it was looked for") {
  const test::TempDir dir;
  CHECK_THROWS_AS(resolve_source("no.csv", {dir.path()}, "layers.roads"), DataError);
  CHECK_THROWS_WITH(resolve_source("no.csv", {dir.path()}, "layers.roads"),
                    Contains("there is no file 'no.csv'") && Contains("layers.roads") &&
                        Contains((dir.path() / "no.csv").string()));
}

TEST_CASE("a source over a network is refused, also inside an archive") {
  for (const auto* source : {"http://a.org/r.csv", "/vsis3/bucket/r.csv", "/vsicurl/http://a.org/r",
                             "/vsizip//vsicurl/http://a.org/r.zip", "ftp://a.org/r.csv"}) {
    CAPTURE(source);
    CHECK_THROWS_AS(resolve_source(source, {"/data"}, "layers.roads"), ConfigError);
    CHECK_THROWS_WITH(resolve_source(source, {"/data"}, "layers.roads"),
                      Contains("is not a file on this machine"));
  }
}

TEST_CASE("a database and a file on a web server are sources only where that is allowed") {
  for (const auto* source : {"PG:dbname=a", "/vsicurl/http://a.org/r.csv",
                             "/vsizip//vsicurl/http://a.org/r.zip/r.csv"}) {
    CAPTURE(source);
    CHECK_THROWS_WITH(resolve_source(source, {"/data"}, ""), Contains("--allow-network"));
    const auto path = resolve_source(source, {"/data", {.network = true}}, "");
    CHECK(path.remote);
    CHECK(path.gdal_path == source);
    CHECK(get_real_files(path).empty());
  }
  for (const auto* source : {"/vsis3/bucket/r.csv", "/vsistdin/", "/vsisubfile/0_9,/etc/passwd",
                             "ftp://a.org/r.csv", "/vsicurl?url=a", "//vsicurl/http:/a.org/r.csv",
                             "/vsizip///vsicurl/http:/a.org/r.zip/r.csv"}) {
    CAPTURE(source);
    CHECK_THROWS_AS(resolve_source(source, {"/data", {.outside = true, .network = true}}, ""),
                    ConfigError);
  }
}

TEST_CASE("the real files of a Shapefile are those that belong to it") {
  const test::TempDir dir;
  for (const auto* name : {"r.shp", "r.dbf", "r.shx", "r.prj", "r.txt", "s.dbf"}) {
    dir.write(name, "x");
  }
  const auto path = resolve_source("r.shp", {dir.path()}, "");
  CHECK(get_names(get_real_files(path)) == Names{"r.shp", "r.shx", "r.dbf", "r.prj"});
}

TEST_CASE("the real files of a Shapefile are the same whichever is named, in any case") {
  const test::TempDir dir;
  for (const auto* name : {"r.SHP", "r.dbf", "r.Shx", "r.txt"}) dir.write(name, "x");
  for (const auto* source : {"r.SHP", "r.dbf", "r.Shx"}) {
    const auto path = resolve_source(source, {dir.path()}, "");
    CHECK(get_names(get_real_files(path)) == Names{"r.SHP", "r.Shx", "r.dbf"});
  }
}

TEST_CASE("what is read beside a file is one of its real files") {
  const test::TempDir dir;
  for (const auto* name : {"r.csv", "r.csvt", "r.prj", "r.txt", "g.gml", "g.gfs", "g.xsd", "p.gpkg",
                           "p.gpkg-wal", "p.gpkg-shm", "q.gpkg"}) {
    dir.write(name, "x");
  }
  dir.write("q.gpkg-wal", "");
  const auto real_files = [&](const char* source) {
    return get_names(get_real_files(resolve_source(source, {dir.path()}, "")));
  };
  CHECK(real_files("r.csv") == Names{"r.csv", "r.csvt", "r.prj"});
  CHECK(real_files("g.gml") == Names{"g.gml", "g.gfs", "g.xsd"});
  CHECK(real_files("p.gpkg") == Names{"p.gpkg", "p.gpkg-wal"});
  CHECK(real_files("q.gpkg") == Names{"q.gpkg"});
}

TEST_CASE("what is read beside a file lies in the folder of the dataset too") {
  const test::TempDir dir, elsewhere;
  dir.write("r.csv", "x");
  elsewhere.write("types.txt", "String");
  fs::create_symlink(elsewhere.path() / "types.txt", dir.path() / "r.csvt");
  CHECK_THROWS_WITH(resolve_source("r.csv", {dir.path()}, ""), Contains("lies outside"));
}

TEST_CASE("the real file of a path in an archive is the archive") {
  const test::TempDir dir;
  test::write_virtual("/vsizip/" + dir.path().string() + "/a.zip/inner/r.csv", "a\n1\n");
  const auto path = resolve_source("/vsizip/a.zip/inner/r.csv", {dir.path()}, "");
  CHECK(get_names(get_real_files(path)) == Names{"a.zip"});
}

TEST_CASE("the real files of a folder are all in it, sorted") {
  const test::TempDir dir;
  dir.write("a.gdb/b.bin", "x");
  dir.write("a.gdb/a.bin", "x");
  dir.write("a.gdb/inner/c.bin", "x");
  const auto path = resolve_source("a.gdb", {dir.path()}, "");
  CHECK(get_names(get_real_files(path)) == Names{"a.bin", "b.bin", "c.bin"});
}
