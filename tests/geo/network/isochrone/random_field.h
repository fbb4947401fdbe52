/// \file
/// Random networks with sites, for what must hold of any travel field.
#pragma once

#include <memory>
#include <vector>

#include "geo/network/isochrone/travel_field.h"
#include "tests/support/random_roads.h"

namespace pahunch::test {

struct RandomField {
  explicit RandomField(std::uint64_t seed) : dice(seed) {
    RandomPlan plan(dice, 6 + dice.below(20));
    barriers = plan.barriers(dice.below(4));
    network = build_network(plan.roads(5 + dice.below(40)), ground, {.end_tolerance_m = 0}).network;
    for (int i = 0; i < 12; ++i) places.push_back(plan.point());
    for (int i = 0; i < 4; ++i) sites.push_back(plan.point());
    for (std::size_t i = 0; i < 3; ++i) open.emplace_back(i);  // the last one is shut
    options.profile = random_profile(dice);
    options.direction = static_cast<Direction>(dice.below(3));
    options.main_component_only = dice.one_in(2);
    if (dice.one_in(2)) options.fallback = random_profile(dice);
  }
  RandomField(const RandomField&) = delete;
  RandomField& operator=(const RandomField&) = delete;

  [[nodiscard]] TravelInputs inputs() const { return {network, ground, barriers, places, sites}; }

  Dice dice;
  PlaneGround ground;
  BarrierLayer barriers;
  Network network;
  std::vector<Xy> places, sites;
  std::vector<SiteIdx> open;
  TravelOptions options;
};

}  // namespace pahunch::test
