#include "geo/io/base64.h"

#include <catch2/catch.hpp>

using namespace pahunch;

TEST_CASE("bytes in base64 are as RFC 4648 gives them in its section 10") {
  CHECK(encode_base64("").empty());
  CHECK(encode_base64("f") == "Zg==");
  CHECK(encode_base64("fo") == "Zm8=");
  CHECK(encode_base64("foo") == "Zm9v");
  CHECK(encode_base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("any byte has its place in base64") {
  CHECK(encode_base64(std::string("\xff\xfe\x00", 3)) == "//4A");
}
