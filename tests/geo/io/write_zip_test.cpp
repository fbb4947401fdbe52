#include "geo/io/write_zip.h"

#include <catch2/catch.hpp>
#include <vector>

#include "geo/base/error.h"
#include "tests/support/shared_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

std::uint32_t little_endian(const std::string& bytes, std::size_t at, std::size_t n) {
  std::uint32_t value = 0;
  for (std::size_t i = n; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

TEST_CASE("An archive has the same bytes each time, and the first day of 2000 in it") {
  const test::TempDir folder;
  const std::vector<ZipEntry> entries = {{"b.txt", "one"}, {"a.txt", std::string(5000, 'x')}};
  write_zip(entries, folder.path() / "1.zip");
  write_zip(entries, folder.path() / "2.zip");
  const std::string bytes = test::read_text(folder.path() / "1.zip");
  CHECK(bytes == test::read_text(folder.path() / "2.zip"));
  CHECK(bytes.size() < 400);
  CHECK(bytes.substr(0, 4) == "PK\x03\x04");
  CHECK(little_endian(bytes, 10, 2) == 0);                         // 00:00:00
  CHECK(little_endian(bytes, 12, 2) == (20U << 9 | 1U << 5 | 1));  // 1 January, 20 years from 1980
  CHECK(bytes.substr(30, 5) == "b.txt");
}

TEST_CASE("An archive that cannot be written leaves nothing and says where") {
  CHECK_THROWS_AS(write_zip(std::vector<ZipEntry>{}, "/no/such/folder/a.zip"), DataError);
}

}  // namespace
}  // namespace pahunch
