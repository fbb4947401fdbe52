#include "geo/model/boundary_quality.h"

#include <catch2/catch.hpp>

#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("areas that share a border exactly have no overlap and no gap") {
  const auto quality =
      measure_boundary_quality(areas(AreaLevel::kBlock, {"0 0, 1000 0, 1000 1000, 0 1000",
                                                         "1000 0, 2000 0, 2000 1000, 1000 1000"}));
  CHECK(quality.level == AreaLevel::kBlock);
  CHECK(quality.union_km2 == Approx(2.0));
  CHECK(quality.overlaps.empty());
  CHECK(quality.gaps.empty());
}

TEST_CASE("an overlap is measured, with its areas and a place inside") {
  const auto quality = measure_boundary_quality(areas(
      AreaLevel::kBlock, {"0 0, 1000 0, 1000 1000, 0 1000", "900 0, 2000 0, 2000 1000, 900 1000"}));
  REQUIRE(quality.overlaps.size() == 1);
  CHECK(quality.overlaps[0].a == AreaIdx(0));
  CHECK(quality.overlaps[0].b == AreaIdx(1));
  CHECK(quality.overlap_km2 == Approx(0.1));
  CHECK(quality.overlaps[0].at.x_m == Approx(950));
}

TEST_CASE("the largest overlap comes first") {
  const auto quality = measure_boundary_quality(areas(
      AreaLevel::kBlock, {"0 0, 1000 0, 1000 1000, 0 1000", "990 0, 2000 0, 2000 1000, 990 1000",
                          "1500 0, 3000 0, 3000 1000, 1500 1000"}));
  REQUIRE(quality.overlaps.size() == 2);
  CHECK(quality.overlaps[0].a == AreaIdx(1));
  CHECK(quality.overlaps[1].a == AreaIdx(0));
}

TEST_CASE("a gap among four areas is measured") {
  const auto quality = measure_boundary_quality(areas(
      AreaLevel::kBlock, {"0 0, 300 0, 300 100, 0 100", "0 200, 300 200, 300 300, 0 300",
                          "0 100, 100 100, 100 200, 0 200", "200 100, 300 100, 300 200, 200 200"}));
  REQUIRE(quality.gaps.size() == 1);
  CHECK(quality.gap_km2 == Approx(0.01));
  CHECK(quality.gaps[0].at.x_m == Approx(150));
}

TEST_CASE("slivers below the limit are left out") {
  const auto layer = areas(AreaLevel::kBlock, {"0 0, 1000 0, 1000 1000, 0 1000",
                                               "999.9 0, 2000 0, 2000 1000, 999.9 1000"});
  CHECK(measure_boundary_quality(layer, 101).overlaps.empty());
  CHECK(measure_boundary_quality(layer, 99).overlaps.size() == 1);
}

TEST_CASE("a level without areas has the quality of nothing") {
  CHECK(measure_boundary_quality(AreaLayer{}).union_km2 == 0);
}
