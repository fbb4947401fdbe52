// What a dataset from somebody else may not do: call other machines, or fill memory.
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

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

TEST_CASE("a format that names further files is not understood") {
  SmallDataset small;
  small.write("roads.vrt",
              "<OGRVRTDataSource><OGRVRTLayer name=\"roads\"><SrcDataSource>/etc/passwd"
              "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
  small.change("dataset.toml", "roads.geojson", "roads.vrt");
  CHECK_THAT(small.get_error(), Contains("is of no format that is understood"));
}
