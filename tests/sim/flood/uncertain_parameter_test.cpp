#include "sim/flood/uncertain_parameter.h"

#include <catch2/catch.hpp>

using namespace pahunch;

namespace {

UncertainParameter make_parameter(RangeLaw law) {
  return {.name = "p", .range = {2, 1, 8, "assumed"}, .law = law};
}

}  // namespace

TEST_CASE("the ends and the middle of a range are its own whatever the law") {
  for (const RangeLaw law : {RangeLaw::kEven, RangeLaw::kNormal, RangeLaw::kLogNormal}) {
    CHECK(value_at(make_parameter(law), 0) == Approx(1));
    CHECK(value_at(make_parameter(law), 0.5) == Approx(2));
    CHECK(value_at(make_parameter(law), 1) == Approx(8));
    double last = 0;
    for (double place = 0; place <= 1; place += 0.01) {
      const double value = value_at(make_parameter(law), place);
      CHECK(value >= last);
      last = value;
    }
  }
}

TEST_CASE("an even range is straight on each side of the middle") {
  CHECK(value_at(make_parameter(RangeLaw::kEven), 0.25) == Approx(1.5));
  CHECK(value_at(make_parameter(RangeLaw::kEven), 0.75) == Approx(5));
}

TEST_CASE("a measured range has its ends at 5% and 95%") {
  CHECK(value_at(make_parameter(RangeLaw::kNormal), 0.95) == Approx(8));
  CHECK(value_at(make_parameter(RangeLaw::kNormal), 0.05) == Approx(1));
  CHECK(value_at(make_parameter(RangeLaw::kNormal), 0.75) == Approx(2 + 6 * 0.67449 / 1.64485));
  // By logarithms: 8 is four times the middle.
  CHECK(value_at(make_parameter(RangeLaw::kLogNormal), 0.75) ==
        Approx(2 * std::pow(4, 0.67449 / 1.64485)).epsilon(1e-4));
}

TEST_CASE("a logarithm that does not exist gives way to the normal law") {
  const UncertainParameter zero{.name = "p", .range = {0, -1, 1, ""}, .law = RangeLaw::kLogNormal};
  CHECK(value_at(zero, 0.95) == Approx(1));
  CHECK(value_at(zero, 0.05) == Approx(-1));
}

TEST_CASE("what a parameter rests on has a word") {
  CHECK(to_string(Basis::kMeasured) == "measured");
  CHECK(to_string(Basis::kPrior) == "prior");
  CHECK(to_string(Basis::kAssumed) == "assumed");
}
