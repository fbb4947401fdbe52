#include "sim/flood/road_closures.h"

#include <catch2/catch.hpp>

#include <cmath>

#include "sim/random/special_functions.h"
#include "tests/sim/flood/central_theta.h"
#include "tests/sim/flood/flood_cases.h"
#include "tests/sim/flood/road_cases.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

RoadTheta make_plain_road_theta(std::size_t n_classes) {
  RoadTheta theta;
  theta.half_frac.assign(n_classes, 0.3);
  theta.embanked_frac.assign(n_classes, 0.0);
  return theta;
}

bool is_closed(const RoadState& state, LinkIdx link) {
  return std::any_of(state.links.begin(), state.links.end(), [link](const LinkChange& change) {
    return change.link == link && change.time_x256 == kLinkClosed;
  });
}

/// Share of replicates in which each link is closed at these fractions.
std::vector<double> get_closed_shares(const RoadExposure& exposure, const RoadTheta& theta,
                                      const std::vector<double>& month, int n) {
  const RoadClosures closures(exposure, theta, {.seed = 4});
  std::vector<double> shares(exposure.links.size(), 0);
  for (int r = 0; r < n; ++r) {
    const auto state = closures.draw_month(month, static_cast<std::uint64_t>(r));
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (is_closed(state, exposure.links[i].link)) shares[i] += 1.0 / n;
    }
  }
  return shares;
}

}  // namespace

TEST_CASE("dry blocks change no road and lose no centre") {
  RoadCase made("\nA---B---C---------D\n");
  made.add_centre("c", {1500, -100});
  const RoadExposure exposure = made.expose();
  const RoadClosures closures(exposure, make_plain_road_theta(exposure.classes.size()),
                              {.seed = 4});
  CHECK(closures.draw_month(std::vector<double>{0, 0}, 0) == RoadState{});
}

TEST_CASE("links close as often as the curve of their setting says") {
  const RoadCase made("\nA---B==C---D---E\n");
  const RoadExposure exposure = made.expose();
  RoadTheta theta = make_plain_road_theta(exposure.classes.size());
  const auto shares = get_closed_shares(exposure, theta, {0.35, 0.35}, 2000);
  const RoadClosures closures(exposure, theta, {.seed = 4});
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const ExposedLink& link = exposure.links[i];
    CHECK(shares[i] ==
          Approx(closures.get_p_closed(0.35, link.road_class, link.setting, false)).margin(0.045));
  }
  CHECK(closures.get_p_closed(0.3, 0, LinkSetting::kOpenRoad, false) == Approx(0.5));
  CHECK(closures.get_p_closed(0.24, 0, LinkSetting::kApproach, false) == Approx(0.5));
  CHECK(closures.get_p_closed(0.6, 0, LinkSetting::kBridge, false) == Approx(0.5));
  CHECK(closures.get_p_closed(0, 0, LinkSetting::kOpenRoad, false) == 0);
}

TEST_CASE("roads on an embankment close later, each road as a whole") {
  const RoadCase made("\nA---B\n");
  const RoadExposure exposure = made.expose();
  RoadTheta theta = make_plain_road_theta(exposure.classes.size());
  theta.embanked_frac.assign(exposure.classes.size(), 1.0);
  const auto shares = get_closed_shares(exposure, theta, {0.6, 0}, 2000);
  CHECK(shares[0] == Approx(0.5).margin(0.045));
}

TEST_CASE("links of one road fail together, those of others apart") {
  RoadCase made("\nA---+---B  C---D\n    |\n    E\n");
  for (Road& road : made.map.roads.roads) {
    if (road.line[1].y_m == 0 && road.line[1].x_m < 900) road.id = "main";
  }
  const RoadExposure exposure = made.expose();
  RoadTheta theta = make_plain_road_theta(exposure.classes.size());
  const auto count_together = [&](double together, bool one_road) {
    theta.together_frac = together;
    const RoadClosures closures(exposure, theta, {.seed = 4});
    int n = 0;
    for (std::uint64_t r = 0; r < 500; ++r) {
      const auto state = closures.draw_month(std::vector<double>{0.3, 0.3}, r);
      std::vector<bool> closed;
      for (const ExposedLink& link : exposure.links) {
        if ((link.road_key == entity_key("main")) == one_road) {
          closed.push_back(is_closed(state, link.link));
        }
      }
      n += closed.at(0) == closed.at(1) ? 1 : 0;
    }
    return n / 500.0;
  };
  CHECK(count_together(1, true) == 1);
  CHECK(count_together(0.8, true) > 0.7);
  CHECK(count_together(1, false) == Approx(0.5).margin(0.1));
}

TEST_CASE("more water never opens a road, speeds it up or brings a centre back") {
  RoadCase made("\nA---B==C---D......E\n");
  made.add_centre("c", {500, -100});
  const RoadExposure exposure = made.expose();
  const RoadClosures closures(exposure, make_plain_road_theta(exposure.classes.size()),
                              {.seed = 4});
  for (std::uint64_t r = 0; r < 50; ++r) {
    RoadState last;
    for (const double frac : {0.02, 0.1, 0.3, 0.6, 0.95}) {
      const auto state = closures.draw_month(std::vector<double>{frac, frac}, r);
      CHECK(state.links.size() >= last.links.size());
      CHECK(state.lost.size() >= last.lost.size());
      for (const LinkChange& change : last.links) {
        const bool closed = is_closed(state, change.link);
        if (change.time_x256 == kLinkClosed) CHECK(closed);
      }
      last = state;
    }
  }
}

TEST_CASE("open roads in water are slower, up to the factor where they are about to close") {
  const RoadCase made("\nA---B\n");
  const RoadExposure exposure = made.expose();
  RoadTheta theta = make_plain_road_theta(exposure.classes.size());
  theta.slow_factor = 3;
  const RoadClosures closures(exposure, theta, {.seed = 4});
  int n_slow = 0;
  for (std::uint64_t r = 0; r < 200; ++r) {
    const auto state = closures.draw_month(std::vector<double>{0.2, 0}, r);
    REQUIRE(state.links.size() == 1);
    if (state.links[0].time_x256 == kLinkClosed) continue;
    ++n_slow;
    CHECK(state.links[0].time_x256 > kDryTime_x256);
    CHECK(state.links[0].time_x256 <= 3 * kDryTime_x256);
  }
  CHECK(n_slow > 100);
}

TEST_CASE("water in one block, or other roads there, changes no draw of another's roads") {
  RoadCase made("\nA---B      C---D\n");
  const RoadExposure exposure = made.expose();
  const RoadClosures closures(exposure, make_plain_road_theta(exposure.classes.size()),
                              {.seed = 4});
  const RoadCase fewer("\nA---B\n");
  const RoadExposure fewer_exposure = fewer.expose();
  const RoadClosures alone(fewer_exposure, make_plain_road_theta(1), {.seed = 4});
  for (std::uint64_t r = 0; r < 50; ++r) {
    const auto both = closures.draw_month(std::vector<double>{0.3, 0.5}, r);
    const auto west = closures.draw_month(std::vector<double>{0.3, 0}, r);
    REQUIRE(west.links.size() == 1);
    CHECK(both.links.front() == west.links.front());
    CHECK(alone.draw_month(std::vector<double>{0.3, 0}, r).links.front().time_x256 ==
          west.links.front().time_x256);
  }
}

TEST_CASE("centres are lost as often as their curve says") {
  RoadCase made("\nA---B\n");
  made.add_centre("c", {500, -100});
  const RoadExposure exposure = made.expose();
  const RoadClosures closures(exposure, make_plain_road_theta(exposure.classes.size()),
                              {.seed = 4});
  double lost = 0;
  for (std::uint64_t r = 0; r < 2000; ++r) {
    const auto state = closures.draw_month(std::vector<double>{0.4, 0}, r);
    lost += static_cast<double>(state.lost.size()) / 2000;
  }
  CHECK(lost == Approx(portable::normal_cdf(std::log(0.4 / 0.5) / 0.6)).margin(0.045));
}

TEST_CASE("a parameter draw takes classes from the prior, unknown ones by the star") {
  const RoadPrior& prior = get_bundled_prior().road;
  RoadExposure exposure;
  exposure.classes = {"trunk", "lane"};
  const RoadTheta theta = make_central_road_theta(prior, exposure);
  CHECK(theta.half_frac == std::vector<double>{0.5, 0.25});
  CHECK(theta.embanked_frac == std::vector<double>{0.8, 0.1});
  std::vector<double> places(9, 0.5);
  places[0] = 1;
  CHECK(make_road_theta(prior, exposure, places).half_frac == std::vector<double>{1, 0.5});
  CHECK(list_road_parameters(prior).size() == 9);
  CHECK(list_road_parameters(prior).front().basis == Basis::kAssumed);
}

TEST_CASE("the bundled roads lie in blocks, with bridges over the rivers") {
  const Dataset& dataset = get_bundled_dataset();
  const Network network =
      build_network(dataset.roads, *dataset.ground, dataset.roads.noding).network;
  const RoadExposure exposure = make_road_exposure(
      {network, dataset.roads, dataset.barriers, dataset.blocks, dataset.centres});
  CHECK(exposure.n_blocks() == 534);
  CHECK(exposure.links.size() + exposure.n_links_outside == network.n_links());
  CHECK(exposure.n_links_outside < network.n_links() / 50);
  CHECK(exposure.n_bridges >= 15);
  CHECK(exposure.n_approaches > exposure.n_bridges);
  CHECK(exposure.centres.size() == dataset.centres.centres.size());
}

TEST_CASE("which roads lie on an embankment is settled by the parameter draw, not by the year") {
  const RoadCase made("\nA---B\n");
  const RoadExposure exposure = made.expose();
  RoadTheta theta = make_plain_road_theta(exposure.classes.size());
  theta.embanked_frac.assign(exposure.classes.size(), 0.5);
  theta.embankment_gain = 1000;  // never closes
  theta.log_spread = 0.01;
  int n_closed = 0;
  for (std::uint64_t draw = 0; draw < 400; ++draw) {
    const RoadClosures closures(exposure, theta, {.seed = 5, .draw = draw});
    const auto close = [&](std::uint64_t replicate) {
      const auto state = closures.draw_month(std::vector<double>{0.4, 0}, replicate);
      return is_closed(state, exposure.links[0].link);
    };
    const bool closed = close(0);
    for (std::uint64_t replicate = 1; replicate < 4; ++replicate) CHECK(close(replicate) == closed);
    n_closed += closed ? 1 : 0;
  }
  CHECK(n_closed == Approx(200).margin(40));
}

TEST_CASE("a bridge is lost apart from its road, its approach with it") {
  RoadCase made("\nA---B==C---D\n");
  for (Road& road : made.map.roads.roads) road.id = "main";
  const RoadExposure exposure = made.expose();
  RoadTheta theta = make_plain_road_theta(exposure.classes.size());
  theta.together_frac = 1;
  theta.bridge_half_frac = 0.3;
  theta.approach_gain = 1;
  const RoadClosures closures(exposure, theta, {.seed = 4});
  int n_same_bridge = 0, n_same_approaches = 0;
  for (std::uint64_t r = 0; r < 400; ++r) {
    const auto state = closures.draw_month(std::vector<double>{0.3, 0.3}, r);
    std::vector<bool> approaches;
    bool bridge = false;
    for (const ExposedLink& link : exposure.links) {
      const bool closed = is_closed(state, link.link);
      if (link.setting == LinkSetting::kBridge) bridge = closed;
      if (link.setting == LinkSetting::kApproach) approaches.push_back(closed);
    }
    n_same_bridge += approaches.at(0) == bridge ? 1 : 0;
    n_same_approaches += approaches.at(0) == approaches.at(1) ? 1 : 0;
  }
  CHECK(n_same_approaches == 400);
  CHECK(n_same_bridge == Approx(200).margin(40));
}

TEST_CASE("the months of a year are those drawn one by one") {
  RoadCase made("\nA---B==C---D......E\n");
  made.add_centre("c", {500, -100});
  const RoadExposure exposure = made.expose();
  const RoadClosures closures(exposure, make_plain_road_theta(exposure.classes.size()),
                              {.seed = 4});
  FloodYear year{2, std::vector<double>(2 * kMonths, 0), 1};
  for (std::size_t i = 10; i < 20; ++i) year.frac[i] = 0.09 * static_cast<double>(i - 10);
  for (std::uint64_t r = 0; r < 20; ++r) {
    const auto states = closures.draw_year(year, r);
    REQUIRE(states.size() == kMonths);
    for (std::size_t m = 0; m < kMonths; ++m) {
      CHECK(states[m] == closures.draw_month(year.month(m), r));
    }
  }
}

TEST_CASE("slow-downs come in steps of a sixteenth") {
  const RoadCase made("\nA---B\n");
  const RoadExposure exposure = made.expose();
  const RoadClosures closures(exposure, make_plain_road_theta(exposure.classes.size()),
                              {.seed = 4});
  for (std::uint64_t r = 0; r < 200; ++r) {
    for (const double frac : {0.001, 0.05, 0.2}) {
      for (const auto& change : closures.draw_month(std::vector<double>{frac, 0}, r).links) {
        CHECK(change.time_x256 % 16 == 0);
        CHECK(change.time_x256 != kDryTime_x256);
      }
    }
  }
}
