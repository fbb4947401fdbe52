#include "geo/model/inner_point.h"

#include <catch2/catch.hpp>

#include "geo/model/area_index.h"
#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("the inner point of a horseshoe is inside, although its centroid is not") {
  const std::string horseshoe = "0 0, 10 0, 10 10, 8 10, 8 2, 2 2, 2 10, 0 10";
  const auto at = find_inner_point(shape(horseshoe));
  REQUIRE(at);
  const auto layer = areas(AreaLevel::kBlock, {horseshoe});
  CHECK(AreaIndex(layer).find(*at) == AreaIdx(0));
}

TEST_CASE("a shape without surface has no inner point") {
  CHECK_FALSE(find_inner_point({}));
  CHECK_FALSE(find_inner_point(shape("0 0, 1 1")));
}
