#include "planner/summary/worst_blocks.h"

#include <catch2/catch.hpp>

#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<WorstArea> worst_under(const DrawnStudy& drawn, std::size_t set, std::size_t n = 10) {
  const CoverageResult coverage = drawn.coverage();
  return find_worst_areas(coverage, coverage.sets[set], drawn.study.dataset, n);
}

}  // namespace

TEST_CASE("the block where half of the women have no way comes first, then the longest time") {
  const DrawnStudy drawn;
  const auto worst = worst_under(drawn, 0);
  REQUIRE(worst.size() == 3);
  CHECK(worst[0].area == AreaIdx(2));
  CHECK_FALSE(worst[0].half_min);
  CHECK(worst[0].women == 20);
  CHECK(worst[0].beyond == 20);
  CHECK(worst[1].area == AreaIdx(1));
  CHECK(worst[1].half_min == Approx(4.0 / 3));
  CHECK(worst[1].beyond == 30);
  CHECK(worst[2].area == AreaIdx(0));
  CHECK(worst[2].half_min == Approx(0));
  CHECK(worst[2].beyond == 0);
}

TEST_CASE("blocks that are equally badly off stand in their own order") {
  const DrawnStudy drawn;
  const auto worst = worst_under(drawn, 1);
  CHECK(worst[1].area == AreaIdx(0));
  CHECK(worst[2].area == AreaIdx(1));
}

TEST_CASE("of blocks with the same time, the one with more women beyond the limit is worse") {
  DrawnStudy drawn;
  drawn.settlement(1).at = drawn.study.places[1] = drawn.at('E');
  drawn.settlement(1).block = AreaIdx(1);
  drawn.settlement(1).women = 30;
  // Under the plan half of the women of Maner need no time, as in Sonpur; 30 have no way.
  const auto worst = worst_under(drawn, 1);
  CHECK(worst[1].area == AreaIdx(1));
  CHECK(worst[1].half_min == Approx(0));
  CHECK(worst[1].beyond == 30);
}

TEST_CASE("exactly half of the women is half, one fewer is not") {
  DrawnStudy drawn;
  drawn.settlement(0).women = 50;
  CHECK(worst_under(drawn, 0)[2].half_min == Approx(0));
  drawn.settlement(0).women = 49;
  CHECK(worst_under(drawn, 0)[2].half_min == Approx(2.0 / 3));
}

TEST_CASE("no more blocks are named than asked for") {
  const DrawnStudy drawn;
  CHECK(worst_under(drawn, 0, 1).size() == 1);
  CHECK(worst_under(drawn, 0, 0).empty());
}

TEST_CASE("a block without women is passed over") {
  DrawnStudy drawn;
  drawn.settlement(3).women = drawn.settlement(3).rural_women = 0;
  const auto worst = worst_under(drawn, 0);
  REQUIRE(worst.size() == 2);
  CHECK(worst[0].area == AreaIdx(1));
}
