// What a dataset from somebody else may not do: call other machines, or fill memory.
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/geo/io/convert.h"
#include "tests/geo/io/small_dataset.h"
#include "tests/support/read_text.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// Waits on this machine for somebody to call, and never answers.
class Listener {
 public:
  Listener() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, plain, size) != 0 || ::listen(socket_, 1) != 0 ||
        ::getsockname(socket_, plain, &size) != 0) {
      throw std::logic_error("cannot listen");
    }
    address_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/crs.wkt";
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() { ::close(socket_); }

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] bool was_called() const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
  }

 private:
  int socket_;
  std::string address_;
};

const std::string kSource = "source = \"settlements.csv\"\n";
constexpr std::size_t kMiB = std::size_t{1} << 20U;

/// Blank lines, which shrink to next to nothing.
void write_blank(const std::string& path, std::size_t n_mib) {
  auto* file = VSIFOpenL(path.c_str(), "wb");
  const std::string blank(kMiB, '\n');
  for (std::size_t i = 0; i < n_mib; ++i) VSIFWriteL(blank.data(), 1, blank.size(), file);
  VSIFCloseL(file);
}

/// A tar of one file: the head of a USTAR, in blocks of 512 bytes.
void write_tar(const std::string& path, const std::string& name, const std::string& content) {
  constexpr std::size_t kBlock = 512, kSizeAt = 124, kTimeAt = 136, kSumAt = 148, kSumBytes = 8,
                        kKindAt = 156;
  std::string head = name + std::string(kBlock - name.size(), '\0');
  head.replace(100, 7, "0000644").replace(kSizeAt, 11, fmt::format("{:011o}", content.size()));
  head.replace(kTimeAt, 11, 11, '0')
      .replace(kSumAt, kSumBytes, kSumBytes, ' ')
      .replace(kKindAt, 1, "0");
  head.replace(257, 5, "ustar").replace(263, 2, "00");
  unsigned sum = 0;
  for (const char c : head) sum += static_cast<unsigned char>(c);
  head.replace(kSumAt, 6, fmt::format("{:06o}", sum)).replace(kSumAt + 6, 1, 1, '\0');
  const std::string rest((kBlock - content.size() % kBlock) % kBlock + 2 * kBlock, '\0');
  write_virtual(path, head + content + rest);
}

/// The small dataset with its roads in a GeoPackage, on which statements of SQL were run.
SmallDataset make_geopackage(const std::vector<std::string>& statements) {
  SmallDataset small;
  const auto file = (small.path() / "r.gpkg").string();
  convert(small.path() / "roads.geojson", file, {"-f", "GPKG", "-nln", "roads"});
  auto* dataset = GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE);
  for (const auto& sql : statements) {
    dataset->ReleaseResultSet(dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr));
  }
  GDALClose(dataset);
  return small;
}

std::string error_of_geopackage(SmallDataset small, const std::string& filter = "") {
  small.change(
      "dataset.toml", "\"roads.geojson\"",
      "\"r.gpkg\"\nlayer = \"roads\"" + (filter.empty() ? "" : "\nwhere = \"" + filter + '"'));
  return small.get_error();
}

}  // namespace

TEST_CASE("an address in place of a CRS is never called") {
  const Listener listener;
  SmallDataset small;
  small.change("dataset.toml", kSource, kSource + "crs = \"" + listener.address() + "\"\n");
  CHECK_THAT(small.get_error(), Contains("is not known"));
  CHECK_FALSE(listener.was_called());
}

TEST_CASE("an address within a GeoJSON is never called") {
  const Listener listener;
  SmallDataset small;
  small.change(
      "roads.geojson", "\"features\"",
      R"("crs":{"type":"link","properties":{"href":")" + listener.address() + R"("}},"features")");
  CHECK_THAT(small.get_error(), Contains("an address in a file is not followed"));
  CHECK_FALSE(listener.was_called());
}

TEST_CASE("a file in place of a CRS is not opened") {
  SmallDataset small;
  small.write("secret.wkt", "GEOGCS[]");
  const auto file = (small.path() / "secret.wkt").string();
  small.change("dataset.toml", kSource, kSource + "crs = \"" + file + "\"\n");
  CHECK_THAT(small.get_error(), Contains("is not known"));
}

TEST_CASE("a compressed file made to fill memory is refused before it is read") {
  SmallDataset small;
  write_blank("/vsigzip/" + (small.path() / "bomb.geojson.gz").string(), 400);
  small.change("dataset.toml", "roads.geojson", "/vsigzip/bomb.geojson.gz");
  CHECK_THAT(small.get_error(), Contains("unpacks to more than") && Contains("layers.roads"));
}

TEST_CASE("an archive made to fill memory is refused before it is read") {
  SmallDataset small;
  const auto archive = (small.path() / "bomb.zip").string();
  write_blank("/vsizip/" + archive + "/roads.geojson", 400);
  small.change("dataset.toml", "roads.geojson", "/vsizip/bomb.zip/roads.geojson");
  CHECK_THAT(small.get_error(), Contains("unpacks to more than"));
}

TEST_CASE("an archive that lies about its size is refused all the same") {
  SmallDataset small;
  const auto archive = (small.path() / "bomb.zip").string();
  write_blank("/vsizip/" + archive + "/roads.geojson", 400);
  std::string bytes = read_text(archive);
  const auto directory = bytes.rfind("PK\x01\x02");
  REQUIRE(directory != std::string::npos);
  const std::string small_size("\x10\0\0\0", 4);
  constexpr std::size_t kInDirectory = 24, kAtFile = 22;
  bytes.replace(directory + kInDirectory, 4, small_size).replace(kAtFile, 4, small_size);
  small.write("bomb.zip", bytes);
  small.change("dataset.toml", "roads.geojson", "/vsizip/bomb.zip/roads.geojson");
  CHECK_THAT(small.get_error(), Contains("unpacks to more than"));
}

TEST_CASE("a KMZ made to fill memory is refused before it is read") {
  SmallDataset small;
  const auto archive = (small.path() / "bomb.zip").string();
  write_blank("/vsizip/" + archive + "/doc.kml", 400);
  std::filesystem::rename(archive, small.path() / "bomb.kmz");
  small.change("dataset.toml", "roads.geojson", "bomb.kmz");
  CHECK_THAT(small.get_error(), Contains("unpacks to more than"));
}

TEST_CASE("an archive in a tar made to fill memory is refused before it is read") {
  SmallDataset small;
  const auto tar = (small.path() / "bomb.tar").string();
  write_blank("/vsigzip/" + (small.path() / "r.geojson.gz").string(), 400);
  write_tar(tar, "r.geojson.gz", read_text(small.path() / "r.geojson.gz"));
  for (const auto* source :
       {"/vsigzip//vsitar/bomb.tar/r.geojson.gz", "/vsitar/bomb.tar/r.geojson.gz"}) {
    CAPTURE(source);
    small.change("dataset.toml", "roads.geojson", source);
    CHECK_THAT(small.get_error(), Contains("unpacks to more than"));
  }
}

TEST_CASE("an archive with a program in front is measured like any other") {
  SmallDataset small;
  const auto archive = (small.path() / "bomb.zip").string();
  write_blank("/vsizip/" + archive + "/roads.geojson", 400);
  small.write("bomb.zip", "MZ, a program" + read_text(archive));
  small.change("dataset.toml", "roads.geojson", "/vsizip/bomb.zip/roads.geojson");
  CHECK_THAT(small.get_error(), Contains("unpacks to more than"));
}

TEST_CASE("a GeoPackage with the indices of honest ones is read") {
  CHECK(error_of_geopackage(make_geopackage({"CREATE VIRTUAL TABLE words USING fts5(x)"})).empty());
  CHECK(error_of_geopackage(make_geopackage({}), "class = 'primary'").empty());
}

TEST_CASE("a table of a GeoPackage that stands for another file is refused") {
  CHECK_THAT(error_of_geopackage(make_geopackage({"CREATE VIRTUAL TABLE other USING dbstat"})),
             Contains("has a virtual table, 'other'") && Contains("layers.roads"));
  for (const std::string sql :
       {"CREATE VIRTUAL TABLE other USING VirtualText(''/etc/passwd'')",
        "create/**/virtual table other USING VirtualOGR(''/etc/passwd'')",
        "CREATE VIRTUAL TABLE other/* USING rtree( */ USING VirtualText(''/etc/passwd'')"}) {
    CAPTURE(sql);
    const auto error = error_of_geopackage(make_geopackage(
        {"PRAGMA writable_schema = ON",
         "INSERT INTO sqlite_master VALUES ('table', 'other', 'other', 0, '" + sql + "')"}));
    CHECK_THAT(error, Contains("has a virtual table, 'other'"));
  }
}

TEST_CASE("a filter of a GeoPackage with a query of its own is refused") {
  for (const auto* filter : {"id IN (SELECT id FROM roads)", "id = (select/**/ 1)"}) {
    CAPTURE(filter);
    CHECK_THAT(error_of_geopackage(make_geopackage({}), filter),
               Contains("has a query of its own") && Contains("layers.roads"));
  }
  CHECK_THAT(error_of_geopackage(make_geopackage({}), "selected = 1"),
             !Contains("has a query of its own"));
}

TEST_CASE("functions of SpatiaLite, which open files, are not there") {
  CHECK_THAT(error_of_geopackage(make_geopackage({}), "spatialite_version() > ''"),
             Contains("spatialite_version"));
}

TEST_CASE("a format that names further files is not understood") {
  SmallDataset small;
  small.write("roads.vrt",
              "<OGRVRTDataSource><OGRVRTLayer name=\"roads\"><SrcDataSource>/etc/passwd"
              "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
  small.change("dataset.toml", "roads.geojson", "roads.vrt");
  CHECK_THAT(small.get_error(), Contains("is of no format that is understood"));
}
