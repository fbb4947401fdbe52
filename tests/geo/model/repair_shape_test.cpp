#include "geo/model/repair_shape.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/shapes.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

TEST_CASE("a valid shape is left as it is") {
  const auto square = shape("0 0, 10 0, 10 10, 0 10", {"2 2, 4 2, 4 4, 2 4"});
  const auto repaired = repair_shape(square);
  CHECK(repaired.state == ShapeState::kValid);
  CHECK(repaired.reason.empty());
  CHECK(repaired.shape[0].outer == square[0].outer);
  CHECK(repaired.shape[0].holes == square[0].holes);
}

TEST_CASE("a ring that was not closed is closed and reported") {
  const auto repaired = repair_shape({Polygon{line("0 0, 10 0, 10 10, 0 10"), {}}});
  CHECK(repaired.state == ShapeState::kRepaired);
  CHECK(repaired.reason == "a ring was not closed");
  CHECK(repaired.shape[0].outer.size() == 5);
}

TEST_CASE("a degenerate hole is dropped and reported") {
  const auto repaired = repair_shape(shape("0 0, 10 0, 10 10, 0 10", {"2 2, 4 4"}));
  CHECK(repaired.state == ShapeState::kRepaired);
  CHECK(repaired.shape[0].holes.empty());
  CHECK_THAT(repaired.reason, Contains("fewer than three points"));
}

TEST_CASE("a small twist of the border is untied") {
  const auto repaired =
      repair_shape(shape("0 0, 100 0, 100 100, 50 100, 50.1 100.1, 50.1 100, 50 100.1, 0 100"));
  CHECK(repaired.state == ShapeState::kRepaired);
  CHECK_THAT(repaired.reason, Contains("Self-intersection"));
}

TEST_CASE("two overlapping parts become one") {
  auto parts = shape("0 0, 10 0, 10 10, 0 10");
  parts.push_back(shape("5 0, 15 0, 15 10, 5 10").front());
  const auto repaired = repair_shape(parts);
  CHECK(repaired.state == ShapeState::kRepaired);
  CHECK_FALSE(repaired.shape.empty());
}

TEST_CASE("a bow-tie is beyond repair, as nobody knows which half is meant") {
  const auto repaired = repair_shape(shape("0 0, 10 10, 10 0, 0 10"));
  CHECK(repaired.state == ShapeState::kBeyondRepair);
  CHECK_THAT(repaired.reason, Contains("Self-intersection") && Contains("5 5"));
  CHECK(repaired.shape.empty());
}

TEST_CASE("a shape without surface is beyond repair") {
  CHECK(repair_shape({}).state == ShapeState::kBeyondRepair);
  CHECK(repair_shape({}).reason == "the shape is empty");
  CHECK(repair_shape(shape("0 0, 10 10")).state == ShapeState::kBeyondRepair);
  CHECK(repair_shape(shape("0 0, 5 5, 10 10")).state == ShapeState::kBeyondRepair);
}

TEST_CASE("a coordinate that is not a number is beyond repair") {
  const auto repaired = repair_shape({Polygon{{{0, 0}, {NAN, 0}, {1, 1}, {0, 0}}, {}}});
  CHECK(repaired.state == ShapeState::kBeyondRepair);
  CHECK_THAT(repaired.reason, Contains("not a finite number"));
}
