#include "planner/study/self_check.h"

#include <catch2/catch.hpp>

#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

TravelOptions far_walker() {
  TravelOptions options = plain_options();
  options.profile.max_access_m = given(5000);
  return options;
}

}  // namespace

TEST_CASE("a centre on the main road that somebody reaches is ok") {
  const DrawnStudy drawn;
  const CentreChecks checks = check_centres(*drawn.model());
  REQUIRE(checks.size() == 3);
  CHECK(checks[CentreIdx(0)].ok());
  CHECK(checks[CentreIdx(0)].snap_m == Approx(0));
}

TEST_CASE("a centre at an island has no usable road, unless islands may be used") {
  DrawnStudy drawn;
  const CentreCheck island = check_centres(*drawn.model())[CentreIdx(2)];
  CHECK(island.finding == "no usable road near");
  CHECK_FALSE(island.snap_m);
  drawn.study.scenario.travel.component = ComponentRule::kAny;
  CHECK(check_centres(*drawn.model())[CentreIdx(2)].ok());
}

TEST_CASE("a centre that a one-way road only leads away from cannot be got to") {
  const TravelCase one_way("A>>>B", "B", "A");
  TravelOptions options = plain_options();
  options.main_component_only = false;
  const CentreChecks checks = check_centres(*one_way.model(options));
  CHECK(checks[CentreIdx(0)].finding == "no settlement can get there");
  CHECK(checks[CentreIdx(0)].snap_m == Approx(0));
}

TEST_CASE("a centre farther than 2 km from a road is worth a look, one at 2 km is not") {
  //                    B is in column 4, 1 in column 24, 2 in column 25
  const TravelCase far("A---B                   12", "A", "12");
  const CentreChecks checks = check_centres(*far.model(far_walker()));
  CHECK(checks[CentreIdx(0)].snap_m == Approx(2000));
  CHECK(checks[CentreIdx(0)].ok());
  CHECK(checks[CentreIdx(1)].snap_m == Approx(2100));
  CHECK(checks[CentreIdx(1)].finding == "2.1 km from the nearest road");
  // In public only that it is far.
  const CentreChecks shown = shown_checks({.is_public = true}, checks);
  CHECK_FALSE(shown[CentreIdx(0)].snap_m);
  CHECK(shown[CentreIdx(0)].ok());
  CHECK_FALSE(shown[CentreIdx(1)].snap_m);
  CHECK(shown[CentreIdx(1)].finding == "far from the nearest road");
  CHECK(shown_checks({}, checks)[CentreIdx(1)].finding == "2.1 km from the nearest road");
}
