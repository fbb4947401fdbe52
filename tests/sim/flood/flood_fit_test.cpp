#include "sim/flood/flood_fit.h"

#include <catch2/catch.hpp>

#include <set>

#include "sim/flood/flood_theta.h"
#include "sim/flood/road_closures.h"
#include "tests/sim/flood/central_theta.h"
#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE(
    "the decay of the bundled table is some tens of kilometres, known to a factor of two or "
    "three") {
  const FloodDecay& decay = get_bundled_fit().decay;
  CHECK(decay.range_km.value > 30);
  CHECK(decay.range_km.value < 80);
  CHECK(decay.range_km.low > 15);
  CHECK(decay.range_km.low < 35);
  CHECK(decay.range_km.high > 60);
  CHECK(decay.range_km.high < 150);
  REQUIRE(decay.bins.size() == kFloodBins);
  CHECK(decay.bins.front().correlation > 0.6);
  CHECK(decay.bins.back().correlation < 0);
}

TEST_CASE("the spread of years is never narrower than four years leave it") {
  FloodPrior prior = get_bundled_prior().flood;
  prior.year_sd = {0.2, 0.19, 0.21, "too sure"};
  const FloodFit fit = fit_floods(get_bundled_floods(), prior);
  CHECK(fit.year_sd.value == 0.2);
  CHECK(fit.year_sd.low == fit.calendar.year_sd.low);
  CHECK(fit.year_sd.high == fit.calendar.year_sd.high);
  CHECK(fit.year_sd.high > 2 * fit.year_sd.value);
  prior.year_sd = {0.2, 0.01, 2, "unsure"};
  const FloodFit wide = fit_floods(get_bundled_floods(), prior);
  CHECK(wide.year_sd.low == 0.01);
  CHECK(wide.year_sd.high == 2);
}

TEST_CASE("every parameter of floods says what it rests on") {
  const auto parameters = list_flood_parameters(get_bundled_fit());
  CHECK(parameters.size() == 9);
  for (const UncertainParameter& parameter : parameters) {
    CAPTURE(parameter.name);
    CHECK(parameter.range.low <= parameter.range.value);
    CHECK(parameter.range.value <= parameter.range.high);
    CHECK(!parameter.range.source.empty());
  }
}

TEST_CASE("a parameter draw takes each value from its place") {
  const FloodFit& fit = get_bundled_fit();
  std::vector<double> places(9, 0.5);
  places[1] = 1;
  places[8] = 0;
  const FloodTheta theta = make_flood_theta(fit, places), central = make_central_theta(fit);
  CHECK(theta.year_sd == Approx(fit.year_sd.high));
  CHECK(theta.flooded_days_frac == Approx(0.2));
  CHECK(central.year_sd == Approx(0.2));
  CHECK(central.range_km == Approx(fit.decay.range_km.value));
  CHECK(central.month_level[7] == Approx(fit.calendar.months[7].level));
  CHECK(central.month_level[0] == Approx(-0.95));
  CHECK(central.block_level == fit.surface.level);
}

TEST_CASE("months that were not observed are prior or dry, as asked; one seen dry stays prior") {
  FloodFit fit = get_bundled_fit();
  CHECK(make_central_theta(fit).dry == std::array<bool, kMonths>{});
  fit.prior.unobserved = UnobservedMonths::kDry;
  const auto dry = make_central_theta(fit).dry;
  CHECK(dry == std::array<bool, kMonths>{true, false, true, true, false, false, false, false, false,
                                         false, false, true});
}

TEST_CASE("draws of the outer level differ, and repeat themselves") {
  const FloodFit& fit = get_bundled_fit();
  const FloodTheta a = draw_flood_theta(fit, 1, 0), b = draw_flood_theta(fit, 1, 1);
  CHECK(a.year_sd != b.year_sd);
  CHECK(a.block_level[3] != b.block_level[3]);
  CHECK(a.block_level == draw_flood_theta(fit, 1, 0).block_level);
  CHECK(a.month_level != make_central_theta(fit).month_level);
}

TEST_CASE("parameters of floods and roads have names of their own, fragility among the assumed") {
  std::set<std::string> names;
  std::size_t n = 0;
  for (const auto& list :
       {list_flood_parameters(get_bundled_fit()), list_road_parameters(get_bundled_prior().road)}) {
    for (const UncertainParameter& parameter : list) names.insert(parameter.name);
    n += list.size();
  }
  CHECK(names.size() == n);
  for (const UncertainParameter& parameter : list_road_parameters(get_bundled_prior().road)) {
    CHECK(parameter.basis == Basis::kAssumed);
  }
}

TEST_CASE("the spread of the rest of a month is freed of what the field's own mean adds") {
  const FloodFit& fit = get_bundled_fit();
  CHECK(fit.month_sd.value < fit.calendar.month_sd.value);
  const double of_mean =
      fit.tobit.residual_sd * fit.tobit.residual_sd * fit.decay.domain_correlation;
  CHECK(fit.month_sd.value * fit.month_sd.value + of_mean ==
        Approx(fit.calendar.month_sd.value * fit.calendar.month_sd.value));
  CHECK(fit.residual_sd > fit.tobit.residual_sd);
  CHECK(fit.shared_frac > 0.7);
  CHECK(fit.shared_frac <= 1);
}

TEST_CASE(
    "the estimated row of block 01020 is not fitted, and its level comes from its neighbours") {
  const FloodFit& fit = get_bundled_fit();
  CHECK(fit.tobit.blocks.size() == 533);
  for (std::size_t b = 0; b < fit.blocks.size(); ++b) {
    if (fit.blocks[b].id != "01020") continue;
    const auto worst = std::max_element(fit.surface.sd.begin(), fit.surface.sd.end());
    CHECK(fit.surface.sd[b] > 0.8 * *worst);
  }
}
