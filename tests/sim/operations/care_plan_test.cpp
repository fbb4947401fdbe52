#include "sim/operations/care_plan.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "sim/operations/case_draws.h"

using namespace pahunch;

namespace {

void check_plan_refused(StepPlan step, const std::string& expected) {
  const std::vector<StepPlan> steps = {{.name = "first"}, std::move(step)};
  CHECK_THROWS_AS(CarePlan(steps, 1), InvariantError);
  CHECK_THROWS_WITH(CarePlan(steps, 1), Catch::Contains(expected));
}

/// Two steps of one choice, by halves, and one of another.
CarePlan make_choices() {
  const auto halves = [](const Band& band) { return std::array<Band, 3>{band, band, Band{0, 0}}; };
  return CarePlan({{.name = "left", .choice = "side", .bands = halves({0, 0.5})},
                   {.name = "right", .choice = "side", .bands = halves({0.5, 1})},
                   {.name = "more", .choice = "more", .bands = {Band{0, 0.2}, {0, 0.2}, {0, 0.2}}},
                   {.name = "always"}},
                  0);
}

}  // namespace

TEST_CASE("a plan that makes no sense is refused, naming the step") {
  check_plan_refused({.name = "b", .after = {StepIdx(1)}},
                     "step 'b' comes after a step that is not");
  check_plan_refused({.name = "b", .served_by = {PoolKind(1)}}, "unknown kind of pool");
  check_plan_refused({.name = "b", .priority = 3}, "unknown priority");
  check_plan_refused({.name = "b", .instead = StepIdx(0)}, "replaced by a step that is not later");
  check_plan_refused({.name = "b", .travel = Travel::kOutAndBack}, "way of a vehicle");
  check_plan_refused({.name = "b", .sessions = {.mean = 0.5}}, "less than one session");
  check_plan_refused({.name = "b", .bands = {Band{0, 1.5}}}, "probability outside 0 to 1");
  CHECK_THROWS_WITH(CarePlan(std::vector<StepPlan>(33), 0), Catch::Contains("33 steps"));
}

TEST_CASE("a plan knows what comes before what, and its steps by name") {
  const CarePlan plan({{.name = "a"},
                       {.name = "b", .milestone = Milestone::kDisposal},
                       {.name = "c", .after = {StepIdx(0), StepIdx(1)}}},
                      0);
  CHECK(plan.predecessors(StepIdx(2)) == 0b011);
  CHECK(plan.all_steps() == 0b111);
  CHECK(plan.steps_of(Milestone::kDisposal) == 0b010);
  CHECK(plan.get_step("b") == StepIdx(1));
  CHECK_THROWS_AS(plan.get_step("d"), InvariantError);
}

TEST_CASE(
    "a case takes exactly one of the steps that share a choice, as often as their bands say") {
  const CarePlan plan = make_choices();
  const CaseDraws draws(7, 0);
  int n_left = 0;
  int n_more = 0;
  for (std::uint64_t key = 0; key < 20'000; ++key) {
    const std::uint32_t steps = draws.draw_steps(plan, key, Channel::kEmergency);
    REQUIRE(((steps & 1U) != 0) != ((steps & 2U) != 0));
    REQUIRE((steps & 8U) != 0);
    n_left += static_cast<int>(steps & 1U);
    n_more += static_cast<int>(steps >> 2U & 1U);
  }
  CHECK(n_left == Approx(10'000).margin(300));
  CHECK(n_more == Approx(4'000).margin(250));
  CHECK(draws.draw_steps(plan, 1, Channel::kWalkIn) >> 3U == 1);
  CHECK((draws.draw_steps(plan, 1, Channel::kWalkIn) & 3U) == 0);
}

TEST_CASE("draws hang on the case, the step's name and the session, and not on the plan around") {
  StepPlan step{.name = "talk",
                .duration = ServiceLaw({.shape = LawShape::kExponential, .mean_ms = 1e6}),
                .sessions = {.mean = 3, .most = 9}};
  const CarePlan alone({step}, 0);
  const CarePlan beside({{.name = "other"}, step}, 0);
  const CaseDraws draws(7, 2);
  for (std::uint64_t key = 0; key < 50; ++key) {
    CHECK(draws.draw_duration(alone, StepIdx(0), key, 1) ==
          draws.draw_duration(beside, StepIdx(1), key, 1));
    CHECK(draws.draw_sessions(alone, StepIdx(0), key) ==
          draws.draw_sessions(beside, StepIdx(1), key));
  }
  CHECK(draws.draw_duration(alone, StepIdx(0), 1, 0) !=
        draws.draw_duration(alone, StepIdx(0), 1, 1));
  CHECK(draws.draw_duration(alone, StepIdx(0), 1, 0) !=
        draws.draw_duration(alone, StepIdx(0), 2, 0));
  CHECK(CaseDraws(7, 3).draw_duration(alone, StepIdx(0), 1, 0) !=
        draws.draw_duration(alone, StepIdx(0), 1, 0));
}

TEST_CASE("sessions are one and a Poisson number more, up to the most") {
  const CarePlan plan({{.name = "talk", .sessions = {.mean = 3, .most = 50}},
                       {.name = "fixed", .sessions = {.mean = 6, .most = 6}},
                       {.name = "few", .sessions = {.mean = 3, .most = 4}}},
                      0);
  const CaseDraws draws(1, 0);
  double sum = 0;
  for (std::uint64_t key = 0; key < 20'000; ++key) {
    sum += draws.draw_sessions(plan, StepIdx(0), key);
    REQUIRE(draws.draw_sessions(plan, StepIdx(0), key) >= 1);
    REQUIRE(draws.draw_sessions(plan, StepIdx(1), key) == 6);
    REQUIRE(draws.draw_sessions(plan, StepIdx(2), key) <= 4);
  }
  CHECK(sum / 20'000 == Approx(3).epsilon(0.02));
}

TEST_CASE("a longer stay is the first one and the extension") {
  const CarePlan plan({{.name = "stay",
                        .duration = ServiceLaw({.mean_ms = 100}),
                        .p_longer = 0.25,
                        .longer = ServiceLaw({.mean_ms = 11})}},
                      0);
  const CaseDraws draws(1, 0);
  int n_longer = 0;
  for (std::uint64_t key = 0; key < 10'000; ++key) {
    const TimeMs length = draws.draw_duration(plan, StepIdx(0), key, 0);
    REQUIRE((length == 100 || length == 111));
    if (length == 111) ++n_longer;
  }
  CHECK(n_longer == Approx(2'500).margin(180));
}
