#include "sim/permutation_streams.h"

#include <catch2/catch.hpp>

#include "sim/random/random_stream.h"

using namespace pahunch;

TEST_CASE("a permutation stream belongs to its seed, use and entity") {
  const RandomSource source = make_permutation_source(20260118);
  const std::uint64_t n = 1'000'000'007;
  const std::uint64_t draw = source(RandomUse::kMoran, "")(n);
  CHECK(source(RandomUse::kMoran, "")(n) == draw);
  CHECK(source(RandomUse::kGetisOrd, "")(n) != draw);
  CHECK(source(RandomUse::kMoran, "block-1")(n) != draw);
  CHECK(make_permutation_source(1)(RandomUse::kMoran, "")(n) != draw);
}

TEST_CASE("a permutation stream draws what the random stream of its key draws") {
  const UniformIndex random = make_permutation_source(3)(RandomUse::kGetisOrd, "block-1");
  RandomStream expected(
      {.seed = 3, .purpose = Purpose::kGetisOrdPermutation, .entity = entity_key("block-1")});
  for (int i = 0; i < 20; ++i) CHECK(random(99) == expected.uniform_index(99));
}
