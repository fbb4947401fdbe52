#include "geo/io/osm/id_ranks.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace pahunch;
using osm::IdRanks;

TEST_CASE("ranks are the numbers of smaller ids, as a sorted set gives them") {
  std::mt19937_64 random(7);
  IdRanks ranks;
  std::set<std::int64_t> oracle;
  for (int i = 0; i < 20000; ++i) {
    const auto spread = std::int64_t{1} << (random() % 34);
    auto id = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(spread));
    if (i % 10 == 0) id = -id;
    REQUIRE(ranks.insert(id));
    oracle.insert(id);
  }
  REQUIRE(ranks.freeze());
  CHECK(ranks.size() == oracle.size());
  std::uint32_t expected = 0;
  for (const auto id : oracle) {
    REQUIRE(ranks.find_rank(id) == expected++);
    if (!oracle.contains(id + 1)) REQUIRE_FALSE(ranks.find_rank(id + 1));
  }
}

TEST_CASE("ids that OpenStreetMap does not use are refused") {
  IdRanks ranks;
  CHECK_FALSE(ranks.insert(IdRanks::kMaxId));
  CHECK_FALSE(ranks.insert(-IdRanks::kMaxId));
  CHECK(ranks.insert(IdRanks::kMaxId - 1));
  REQUIRE(ranks.freeze());
  CHECK(ranks.find_rank(IdRanks::kMaxId - 1) == 0U);
  CHECK_FALSE(ranks.find_rank(IdRanks::kMaxId));
  CHECK_FALSE(ranks.find_rank(0));
}

TEST_CASE("an empty set has no ranks") {
  IdRanks ranks;
  REQUIRE(ranks.freeze());
  CHECK(ranks.size() == 0);
  CHECK_FALSE(ranks.find_rank(1));
}
