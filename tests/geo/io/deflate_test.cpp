#include "geo/io/deflate.h"

#include <zlib.h>

#include <catch2/catch.hpp>

using namespace pahunch;

namespace {

std::string inflate_bytes(const std::string& packed, std::size_t n_bytes) {
  std::string bytes(n_bytes, '\0');
  uLongf size = n_bytes;
  REQUIRE(uncompress(reinterpret_cast<Bytef*>(bytes.data()), &size,
                     reinterpret_cast<const Bytef*>(packed.data()), packed.size()) == Z_OK);
  REQUIRE(size == n_bytes);
  return bytes;
}

}  // namespace

TEST_CASE("deflated bytes come back, and take less room") {
  const std::string bytes(10'000, 'x');
  CHECK(deflate_bytes(bytes).size() < 100);
  CHECK(inflate_bytes(deflate_bytes(bytes), bytes.size()) == bytes);
  CHECK(inflate_bytes(deflate_bytes(""), 0).empty());
}
