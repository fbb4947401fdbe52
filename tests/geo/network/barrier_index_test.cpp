#include "geo/network/barrier_index.h"

#include <catch2/catch.hpp>

#include "tests/support/brute_force.h"
#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A river that runs east, then turns north.
BarrierIndex bent_river() {
  BarrierLayer layer;
  layer.barriers.push_back({"river", BarrierKind::kRiver, {{0, 0}, {100, 0}, {100, 100}}});
  return BarrierIndex(layer);
}

}  // namespace

TEST_CASE("a leg over a river is blocked, one beside it is not") {
  const BarrierIndex river = bent_river();
  CHECK(river.blocks({50, -10}, {50, 10}));
  CHECK(river.blocks({90, 50}, {110, 50}));
  CHECK_FALSE(river.blocks({10, 10}, {90, 90}));
  CHECK_FALSE(river.blocks({-10, -5}, {-10, 5}));
}

TEST_CASE("touching a river counts as crossing it") {
  const BarrierIndex river = bent_river();
  CHECK(river.blocks({50, -10}, {50, 0}));
  CHECK(river.blocks({110, -10}, {100, 0}));
  CHECK(river.blocks({-10, 10}, {10, -10}));  // at the river's end
}

TEST_CASE("a place right on the river may walk away to either side, not along it") {
  const BarrierIndex river = bent_river();
  CHECK_FALSE(river.blocks({50, 0}, {50, 10}));
  CHECK_FALSE(river.blocks({50, 0}, {50, -10}));
  CHECK(river.blocks({50, 0}, {70, 0}));
  CHECK_FALSE(river.blocks({100, 0}, {110, -10}));
  CHECK(river.blocks({50, 0}, {110, 10}));  // away from it, but over its other arm
}

TEST_CASE("a leg of no length crosses nothing, and without barriers nothing is blocked") {
  CHECK_FALSE(bent_river().blocks({50, 0}, {50, 0}));
  CHECK_FALSE(BarrierIndex({}).blocks({0, 0}, {100, 100}));
}

TEST_CASE("the index agrees with a look at every barrier") {
  Dice dice(7);
  for (int i = 0; i < 50; ++i) {
    RandomPlan plan(dice, 1);
    const BarrierLayer barriers = plan.barriers(1 + dice.below(30));
    const BarrierIndex index(barriers);
    for (int j = 0; j < 40; ++j) {
      const Xy from = plan.point();
      const Xy to = plan.point();
      if (from == to) continue;
      CHECK(index.blocks(from, to) == crosses_any(barriers, from, to));
    }
  }
}
