#include "planner/access/access_method.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Contains;

namespace {

const std::vector<OdEntry> kPairs = {{0, 0, 10}, {1, 0, 30}};
const std::vector<double> kDemand = {100, 50};
const std::vector<double> kSupply = {3};
const AccessInputs kInputs{kPairs, kDemand, kSupply};

}  // namespace

TEST_CASE("the limit of the two-step method is inclusive") {
  CHECK(compute_access(kInputs, {.limit = 30})[1] == Approx(3.0 / 150));
  CHECK(compute_access(kInputs, {.limit = 29.9})[1] == 0);
}

TEST_CASE("steps weigh by the first limit that is not below the cost") {
  const auto scores = compute_access(kInputs, {.method = "e2sfca", .steps = "10:1,30:0.5"});
  CHECK(scores[0] == Approx(3.0 / 125));
  CHECK(scores[1] == Approx(0.5 * 3.0 / 125));
}

TEST_CASE("gravity takes any shape of pull") {
  CHECK(compute_access(kInputs, {.method = "gravity", .power = 1})[0] == Approx(0.3));
  CHECK(compute_access(kInputs, {.method = "gravity", .steps = "10:1,30:0.5"})[1] == Approx(1.5));
}

TEST_CASE("an option that a method lacks, or does not use, is refused") {
  CHECK_THROWS_WITH(check_access_choice({}), Contains("--method 2sfca needs --limit"));
  CHECK_THROWS_WITH(check_access_choice({.limit = 30, .sigma = 10}),
                    Contains("--sigma does nothing with --method 2sfca"));
  CHECK_THROWS_WITH(check_access_choice({.method = "e2sfca"}), Contains("needs --steps"));
  CHECK_THROWS_WITH(check_access_choice({.method = "3sfca"}), Contains("needs one of --steps"));
  CHECK_THROWS_WITH(check_access_choice({.method = "e2sfca", .limit = 5, .steps = "10:1"}),
                    Contains("--limit does nothing with --steps"));
}

TEST_CASE("steps that are no numbers are refused") {
  for (const char* steps : {"10", "10:", ":1", "a:b", "10:1;20:2"}) {
    CHECK_THROWS_WITH(check_access_choice({.method = "e2sfca", .steps = steps}),
                      Contains("is not COST:WEIGHT"));
  }
}
