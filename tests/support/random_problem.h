/// \file
/// A random problem with everything that a travel model is given.
#pragma once

#include <memory>
#include <vector>

#include "tests/support/random_roads.h"

namespace pahunch::test {

/// Corners, roads, barriers and turn restrictions are drawn up to these numbers; places and sites
/// are as many as said.
struct ProblemSize {
  std::size_t corners = 26, roads = 44, barriers = 3, turns = 0, places = 12, sites = 5;
};

struct RandomProblem {
  explicit RandomProblem(std::uint64_t seed, const ProblemSize& size = {}) : dice(seed) {
    RandomPlan plan(dice, 4 + dice.below(size.corners - 3));
    roads = plan.roads(3 + dice.below(size.roads - 2));
    barriers = plan.barriers(dice.below(size.barriers + 1));
    if (size.turns > 0) roads.turns = plan.turns(dice.below(size.turns + 1), roads);
    network = build_network(roads, ground, {.end_tolerance_m = 0}).network;
    while (places.size() < size.places) places.push_back(plan.point());
    while (sites.size() < size.sites) sites.push_back(plan.point());
    options.profile = random_profile(dice);
    options.season = dice.one_in(2) ? Season::kDry : Season::kMonsoon;
    options.direction = static_cast<Direction>(dice.below(3));
    options.main_component_only = dice.one_in(2);
  }

  [[nodiscard]] TravelInputs inputs() const { return {network, ground, barriers, places, sites}; }

  [[nodiscard]] std::unique_ptr<TravelModel> reference() const {
    SilentProgress silent;
    return make_reference_model(inputs(), options, silent);
  }

  Dice dice;
  PlaneGround ground;
  RoadLayer roads;
  BarrierLayer barriers;
  Network network;
  std::vector<Xy> places, sites;
  TravelOptions options;
};

}  // namespace pahunch::test
