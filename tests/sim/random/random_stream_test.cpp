#include "sim/random/random_stream.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace pahunch;

namespace {

constexpr std::uint64_t kAllBits = ~std::uint64_t{0};

RandomStream make_stream() { return RandomStream({.seed = 20260118}); }

/// Sum of squared deviations over expectation of counts that should be equal.
double chi_squared(const std::vector<std::uint64_t>& counts, double expected) {
  double total = 0;
  for (const std::uint64_t count : counts) {
    const double off = static_cast<double>(count) - expected;
    total += off * off / expected;
  }
  return total;
}

}  // namespace

// The pinned values come from a separate implementation of Philox4x32-10 in Python, which was held
// against the known answers of Random123.

TEST_CASE("a stream is pinned to the bit") {
  RandomStream random = make_stream();
  CHECK(random.next_bits() == 0x59971828b5dc04d2ULL);
  CHECK(random.next_bits() == 0x485c80f06b978e12ULL);
  CHECK(random.next_bits() == 0xb0c62c9ec65668abULL);
  CHECK(random.next_bits() == 0xa071c2a5968454afULL);
  CHECK(random.n_draws() == 4);
}

TEST_CASE("every part of the key is used in full") {
  RandomStream named({.seed = 20260118,
                      .replicate = 7,
                      .purpose = Purpose::kGetisOrdPermutation,
                      .entity = entity_key("block-1")});
  CHECK(named.next_bits() == 0x0339bebea68ee4e5ULL);
  CHECK(named.next_bits() == 0xcc246cba0efe98feULL);
  RandomStream largest({.seed = kAllBits,
                        .replicate = kAllBits,
                        .purpose = Purpose::kGetisOrdPermutation,
                        .entity = kAllBits});
  CHECK(largest.next_bits() == 0x8e0e58177561c301ULL);
}

TEST_CASE("streams that differ in one part of the key differ") {
  std::set<std::uint64_t> first;
  for (const StreamKey& key :
       {StreamKey{}, StreamKey{.seed = 1}, StreamKey{.seed = std::uint64_t{1} << 32U},
        StreamKey{.replicate = 1}, StreamKey{.replicate = std::uint64_t{1} << 32U},
        StreamKey{.purpose = Purpose::kGetisOrdPermutation}, StreamKey{.entity = 1},
        StreamKey{.entity = std::uint64_t{1} << 32U}}) {
    first.insert(RandomStream(key).next_bits());
  }
  CHECK(first.size() == 8);
}

TEST_CASE("entities are keyed by their id") {
  CHECK(entity_key("") == 0xf52a15e9a9b5e89bULL);
  CHECK(entity_key("block-1") == 0x7b5a71f117806534ULL);
  CHECK(entity_key("block-1") != entity_key("block-2"));
}

TEST_CASE("a numbered part has a key of its own") {
  CHECK(entity_key(7, 0) == 0x863b891f4c0abd4fULL);
  CHECK(entity_key(entity_key("block-1"), 3) == 0x2f37a6f5aeff2c9dULL);
  std::set<std::uint64_t> keys;
  for (std::uint64_t whole = 0; whole < 100; ++whole) {
    keys.insert(whole);
    for (std::uint64_t ordinal = 0; ordinal < 100; ++ordinal) {
      keys.insert(entity_key(whole, ordinal));
    }
  }
  CHECK(keys.size() == 10'100);
}

TEST_CASE("uniform indices are pinned, one draw each") {
  RandomStream random = make_stream();
  for (const std::uint64_t expected : {2U, 1U, 4U, 3U, 2U, 0U, 0U, 5U, 5U, 5U, 2U, 5U}) {
    CHECK(random.uniform_index(6) == expected);
  }
  CHECK(random.n_draws() == 12);
}

TEST_CASE("one place leaves no choice") { CHECK(make_stream().uniform_index(1) == 0); }

TEST_CASE("a draw that would favour some numbers is drawn again") {
  // Just above 2^63, nearly half of all draws would.
  RandomStream random({.seed = 1});
  const std::uint64_t n = (std::uint64_t{1} << 63U) + 1;
  CHECK(random.uniform_index(n) == 9205804631047273622ULL);
  CHECK(random.n_draws() == 2);
  CHECK(random.uniform_index(n) == 8097031201702662379ULL);
  CHECK(random.n_draws() == 3);
  CHECK(random.uniform_index(n) == 4459956864656087966ULL);
  CHECK(random.n_draws() == 5);
}

TEST_CASE("indices of a range that does not divide 2^64 come equally often") {
  RandomStream random = make_stream();
  std::vector<std::uint64_t> counts(7);
  for (int i = 0; i < 70'000; ++i) ++counts[random.uniform_index(7)];
  CHECK(chi_squared(counts, 10'000) < 22.5);  // 99.9% of 6 degrees of freedom
}

TEST_CASE("uniform numbers are pinned and lie strictly between 0 and 1") {
  RandomStream random = make_stream();
  CHECK(random.uniform() == 0.3499617671385381);
  CHECK(random.uniform() == 0.28266149396549);
  CHECK(random.uniform() == 0.6905238998063737);
  CHECK(random.uniform() == 0.6267358450190995);
  CHECK(random.n_draws() == 4);
}

TEST_CASE("uniform numbers have the mean and variance of their law") {
  RandomStream random = make_stream();
  const int n = 100'000;
  double sum = 0, sum2 = 0;
  bool inside = true;
  for (int i = 0; i < n; ++i) {
    const double u = random.uniform();
    inside = inside && u > 0 && u < 1;
    sum += u;
    sum2 += u * u;
  }
  CHECK(inside);
  CHECK(sum / n == Approx(0.5).margin(4 / std::sqrt(12.0 * n)));
  CHECK(sum2 / n == Approx(1.0 / 3).margin(4 * std::sqrt(4.0 / 45 / n)));
}

TEST_CASE("a stream does not depend on which others are drawn from") {
  RandomStream alone({.seed = 5, .entity = 1});
  RandomStream beside({.seed = 5, .entity = 1});
  RandomStream other({.seed = 5, .entity = 2});
  for (int i = 0; i < 10; ++i) {
    other.next_bits();
    CHECK(beside.next_bits() == alone.next_bits());
  }
}

TEST_CASE("a stream opened from its family is the stream of its key") {
  const StreamFamily family(kAllBits, 7, Purpose::kService);
  for (const std::uint64_t entity : {std::uint64_t{0}, entity_key("a"), kAllBits}) {
    RandomStream of_family(family, entity);
    RandomStream of_key(
        {.seed = kAllBits, .replicate = 7, .purpose = Purpose::kService, .entity = entity});
    for (int i = 0; i < 5; ++i) CHECK(of_family.next_bits() == of_key.next_bits());
  }
}
