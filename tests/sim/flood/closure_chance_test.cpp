#include "sim/flood/closure_chance.h"

#include <catch2/catch.hpp>

#include "sim/flood/flood_table.h"
#include "tests/sim/flood/road_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

FloodTable two_years(const std::vector<std::vector<double>>& frac) {
  FloodTable table;
  table.blocks.resize(2);
  table.months = {{2020, 7}, {2020, 8}, {2021, 7}, {2021, 8}};
  table.frac = frac;
  return table;
}

RoadTheta theta_of(const RoadExposure& exposure, double embanked) {
  RoadTheta theta;
  theta.half_frac.assign(exposure.classes.size(), 0.3);
  theta.embanked_frac.assign(exposure.classes.size(), embanked);
  return theta;
}

bool is_closed_in(const RoadState& state, LinkIdx link) {
  return std::ranges::any_of(state.links, [link](const LinkChange& change) {
    return change.link == link && change.time_x256 == kLinkClosed;
  });
}

}  // namespace

TEST_CASE("the chance of a closure is that of its worst month, as often as draws close the link") {
  const RoadCase made("\nA---B==C---D---E\n");
  const RoadExposure exposure = made.expose();
  const FloodTable table = two_years({{0.1, 0.0}, {0.2, 0.0}, {0.2, 0.0}, {0.5, 0.0}});
  const RoadTheta theta = theta_of(exposure, 0.4);
  const auto chances = find_closure_chances(exposure, theta, table);
  REQUIRE(chances.size() == exposure.links.size());
  constexpr int kDraws = 3000;
  for (std::size_t at = 0; at < chances.size(); ++at) {
    if (at >= exposure.first[1]) {
      CHECK(chances[at].p == 0);  // its block is dry
      continue;
    }
    CHECK(chances[at].month == 7);
    double closed = 0;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      const RoadClosures closures(exposure, theta, {.seed = 9, .draw = draw});
      for (const std::size_t month : {1U, 3U}) {
        const RoadState state = closures.draw_month(table.frac[month], draw);
        closed += is_closed_in(state, exposure.links[at].link) ? 0.5 : 0;
      }
    }
    CHECK(chances[at].p == Approx(closed / kDraws).margin(0.04));
    CHECK(chances[at].p > 0.05);
  }
}

TEST_CASE("no water on record closes nothing") {
  const RoadCase made("\nA---B---C---D\n");
  const RoadExposure exposure = made.expose();
  const FloodTable table = two_years({{0, 0}, {0, 0}, {0, 0}, {0, 0}});
  for (const auto& chance : find_closure_chances(exposure, theta_of(exposure, 0), table)) {
    CHECK(chance.p == 0);
  }
}
