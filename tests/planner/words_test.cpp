#include <catch2/catch.hpp>

#include "planner/summary/run_summary.h"

using namespace pahunch;

TEST_CASE("counts have separators, shares one decimal, and nothing has no share") {
  CHECK(count_text(0) == "0");
  CHECK(count_text(999) == "999");
  CHECK(count_text(1000) == "1,000");
  CHECK(count_text(-1234567) == "-1,234,567");
  CHECK(share_text(1, 3) == "33.3%");
  CHECK(share_text(0, 0) == "–");
}

TEST_CASE("a limit is written as a person would") {
  CHECK(limit_text(60) == "60");
  CHECK(limit_text(7.5) == "7.5");
}
