#include "sim/monte_carlo/year_centres.h"

#include <catch2/catch.hpp>

#include "tests/support/simulated_world.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// A year without cases, in which floods may hold centres.
struct EmptyYear {
  EmptyYear() : theta(world.make_theta()) {
    theta.operations = make_ample(theta.operations);
    roads.state.fill(kDryState);
    roads.flooded_frac = 1;
  }
  YearAtCentres run(std::size_t set) {
    YearCases cases(world.get(), reporting, set);
    return run_centres({world.get(), theta, roads, pool, set, 0}, cases);
  }
  void lose(SiteIdx site, std::initializer_list<std::size_t> months) {
    const StateIdx lost = pool.add({.lost = {site}});
    for (const std::size_t month : months) roads.state[month] = lost;
  }
  SimulatedWorld world;
  Theta theta;
  Reporting reporting{0.5};
  YearRoads roads;
  StatePool pool;
};

constexpr SiteIdx kC1{0}, kC2{1}, kC3{2};
constexpr CentreIdx kFirstCentre{0}, kSecondCentre{1};

std::int64_t count_probes(const YearAtCentres& year, CentreIdx at) {
  return year.result.centres[at].probes.n;
}

}  // namespace

TEST_CASE("centres with room help everybody, and those that are not open nobody") {
  EmptyYear year;
  const YearAtCentres today = year.run(0), plan = year.run(1);
  CHECK(today.p_not_helped.raw() == std::vector<double>{0, 1, 1});
  CHECK(plan.p_not_helped.raw() == std::vector<double>{0, 0, 1});
  CHECK(count_probes(today, kFirstCentre) == kProbesPerCentre);
  CHECK(count_probes(today, kSecondCentre) == 0);
}

TEST_CASE("while floods hold a centre nobody is asked what became of her there") {
  EmptyYear year;
  year.lose(kC1, {7, 8});
  const YearAtCentres done = year.run(1);
  // Parts of nearly ten days: 62 days hold 5 to 8 of their probes.
  CHECK(count_probes(done, kFirstCentre) <= kProbesPerCentre - 5);
  CHECK(count_probes(done, kFirstCentre) >= kProbesPerCentre - 8);
  CHECK(count_probes(done, kSecondCentre) == kProbesPerCentre);
}

TEST_CASE("a flood of a part of the month closes the centre for that part") {
  EmptyYear year;
  year.lose(kC1, {0, 2, 4, 6, 8, 10});
  year.roads.flooded_frac = 0.5;
  // Six times about 15 days, none of them adjoining.
  const std::int64_t n_left = count_probes(year.run(0), kFirstCentre);
  CHECK((n_left >= kProbesPerCentre - 15 && n_left <= kProbesPerCentre - 3));
  year.roads.flooded_frac = 0;
  CHECK(count_probes(year.run(0), kFirstCentre) == kProbesPerCentre);
}

TEST_CASE("a centre that is held all year helps nobody") {
  EmptyYear year;
  year.lose(kC2, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  const YearAtCentres done = year.run(1);
  CHECK(count_probes(done, kSecondCentre) == 0);
  CHECK(done.p_not_helped[kC2] == 1);
  CHECK(done.p_not_helped[kC1] == 0);
  CHECK(done.p_not_helped[kC3] == 1);
}

TEST_CASE("without a bed those who need one are turned away, and without staff all wait") {
  EmptyYear year;
  year.theta.operations.shelter.p_sheltered = given(0.3);
  year.theta.operations.shelter.beds = given(0);
  CHECK(year.run(0).p_not_helped[kC1] == Approx(0.3));
  for (StaffRole& role : year.theta.operations.staff) role.p_vacant = given(1);
  CHECK(year.run(0).p_not_helped[kC1] == Approx(1));
}

TEST_CASE("how long a woman may be kept waiting is a rule of the scenario") {
  EmptyYear year;
  for (StaffRole& role : year.theta.operations.staff) role.rest_days = 4;
  for (StaffRole& role : year.theta.operations.staff) role.posts = given(1);
  year.world.rules().max_wait_days = 7;
  CHECK(year.run(0).p_not_helped[kC1] == 0);
  year.world.rules().max_wait_days = 1;
  const double p = year.run(0).p_not_helped[kC1];
  CHECK((p > 0.1 && p < 0.9));
}
