#include "geo/io/checksum.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

// FIPS 180-2, appendix B.
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_CASE("The checksum of a text is the published one") {
  CHECK(get_sha256_of_text("abc") == kAbc);
  CHECK(get_sha256_of_text("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("A file has the checksum of its content") {
  const test::TempDir folder;
  CHECK(read_sha256(folder.write("abc.txt", "abc")) == kAbc);
  CHECK(read_sha256(folder.write("empty.txt", "")) == get_sha256_of_text(""));
}

TEST_CASE("A file longer than one piece has the checksum of its content") {
  const test::TempDir folder;
  const std::string content(200'001, 'x');
  CHECK(read_sha256(folder.write("long.txt", content)) == get_sha256_of_text(content));
}

TEST_CASE("The checksum of a missing file is an error that names it") {
  CHECK_THROWS_AS(read_sha256("/no/such/file"), DataError);
  CHECK_THROWS_WITH(read_sha256("/no/such/file"),
                    Catch::Contains("cannot read /no/such/file: No such file"));
}

TEST_CASE("The checksum of a folder is an error") {
  const test::TempDir folder;
  CHECK_THROWS_WITH(read_sha256(folder.path()), Catch::Contains("cannot read"));
}

}  // namespace
}  // namespace pahunch
