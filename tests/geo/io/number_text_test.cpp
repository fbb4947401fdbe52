#include "geo/io/number_text.h"

#include <catch2/catch.hpp>
#include <limits>

#include "geo/base/error.h"

namespace pahunch {
namespace {

TEST_CASE("A number has its fixed decimals") {
  CHECK(fixed_text(29.96, 1) == "30.0");
  CHECK(fixed_text(1.0 / 3, 4) == "0.3333");
  CHECK(fixed_text(1234567.0, 0) == "1234567");
}

TEST_CASE("There is no negative zero") {
  CHECK(fixed_text(-0.001, 2) == "0.00");
  CHECK(fixed_text(-0.0, 0) == "0");
  CHECK(fixed_text(-0.006, 2) == "-0.01");
}

TEST_CASE("A rounded number is the one that is printed") {
  CHECK(round_to_decimals(29.96, 1) == 30.0);
  CHECK(round_to_decimals(0.1 + 0.2, 2) == 0.3);
  CHECK(fixed_text(round_to_decimals(2.675, 2), 2) == fixed_text(2.675, 2));
}

TEST_CASE("What is not a number is never printed") {
  CHECK_THROWS_AS(fixed_text(std::numeric_limits<double>::infinity(), 1), InvariantError);
  CHECK_THROWS_WITH(round_to_decimals(std::numeric_limits<double>::quiet_NaN(), 1),
                    Catch::Contains("not finite"));
}

}  // namespace
}  // namespace pahunch
