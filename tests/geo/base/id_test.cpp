#include "geo/base/id.h"

#include <catch2/catch.hpp>

using namespace pahunch;
using PearIdx = Idx<struct PearTag>;
using PlumIdx = Idx<struct PlumTag>;

TEST_CASE("a default index is invalid") {
  CHECK_FALSE(PearIdx().valid());
  CHECK(PearIdx(0).valid());
}

TEST_CASE("indices of different things do not mix") {
  STATIC_REQUIRE_FALSE(std::is_convertible_v<PearIdx, PlumIdx>);
  STATIC_REQUIRE_FALSE(std::is_convertible_v<int, PearIdx>);
}

TEST_CASE("an array is walked by its own index") {
  IdxVector<PearIdx, int> weights;
  weights.push_back(3);
  CHECK(weights.push_back(4) == PearIdx(1));
  int total = 0;
  for (const PearIdx pear : indices(weights)) total += weights[pear];
  CHECK(total == 7);
}
